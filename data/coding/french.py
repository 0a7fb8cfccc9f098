"""How French writes dates and quantities."""

from data.coding.vocabulary import DATES_IN_DIGITS, Language, meaning, nouns, numbered, tens

_COUNTS = numbered(
    "un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf vingt"
)

FRENCH = Language(
    common=frozenset("le la les des et en du une que qui dans pour par sur au aux est avec".split()),
    words={
        "MONTH": numbered(
            "janvier|janv.|janv février|fevrier|févr.|févr|fév. mars avril|avr. mai juin juillet|juil.|juil août|aout "
            "septembre|sept.|sept octobre|oct. novembre|nov. décembre|decembre|déc."
        ),
        "WEEKDAY": numbered("lundi mardi mercredi jeudi vendredi samedi dimanche", 0),
        "SEASON": numbered("printemps été automne hiver", 21),
        "PART": meaning(
            early="début|au début de|début de|le début de|au début du mois de|au tout début de|au début du|début du",
            mid="mi|la mi|au milieu de|milieu|le milieu de|au milieu du mois de|au milieu du|milieu du",
            late="fin|à la fin de|la fin de|fin de|à la fin du mois de|à la fin du|la fin du",
            first_half="premier semestre|premier semestre de|1er semestre|1er semestre de|s1|première moitié de|"
                       "première moitié du",
            second_half="second semestre|deuxième semestre|second semestre de|deuxième semestre de|2e semestre|"
                        "2e semestre de|2ème semestre|s2|seconde moitié de|seconde moitié du|deuxième moitié de|"
                        "deuxième moitié du",
            quarter_1="premier trimestre|premier trimestre de|1er trimestre|1er trimestre de|t1",
            quarter_2="deuxième trimestre|deuxième trimestre de|2e trimestre|2e trimestre de|2ème trimestre|t2",
            quarter_3="troisième trimestre|troisième trimestre de|3e trimestre|3e trimestre de|3ème trimestre|t3",
            quarter_4="quatrième trimestre|quatrième trimestre de|4e trimestre|4e trimestre de|4ème trimestre|t4|"
                      "dernier trimestre de",
        ),
        "ABOUT": meaning(about="vers|environ|autour de|aux environs de|aux alentours de|circa"),
        "WHICH": {
            **dict.fromkeys(("ce", "cet", "cette"), ("now", 0)),
            **dict.fromkeys(("le même", "la même", "ce même", "cette même"), ("then", 0)),
        },
        "THERE": {
            **dict.fromkeys(("dernier", "dernière", "passé", "passée"), ("now", -1)),
            **dict.fromkeys(("prochain", "prochaine"), ("now", 1)),
            **dict.fromkeys(("en cours", "courant", "courante"), ("now", 0)),
            **dict.fromkeys(("précédent", "précédente", "d'avant"), ("then", -1)),
            **dict.fromkeys(("suivant", "suivante", "d'après"), ("then", 1)),
        },
        "UNIT": meaning(
            day="jour|jours|nuit|matin|soir|soirée|matinée|journée", week="semaine|semaines", weekend="week-end",
            month="mois", year="an|ans|année|années", decade="décennie|décennies", century="siècle|siècles",
        ),
        "COUNT": {
            **_COUNTS, **{str(n): n for n in range(1, 400)},
            "trente": 30, "quarante": 40, "cinquante": 50, "cent": 100,
            "une dizaine de": 10, "une dizaine d'": 10, "une quinzaine de": 15, "une vingtaine d'": 20,
            **dict.fromkeys(("quelques", "plusieurs"), 0),
        },
        "AWAY": {
            **dict.fromkeys(("plus tôt", "auparavant", "avant"), ("then", -1)),
            **dict.fromkeys(("plus tard", "après"), ("then", 1)),
        },
        "STEP": {
            "avant-hier": ("now", -2), "hier": ("now", -1), "hier soir": ("now", -1), "aujourd'hui": ("now", 0),
            "ce soir": ("now", 0), "ce matin": ("now", 0), "demain": ("now", 1), "après-demain": ("now", 2),
            "l'avant-veille": ("then", -2), "la veille": ("then", -1), "le lendemain": ("then", 1),
            "le surlendemain": ("then", 2),
        },
        "ORDINAL": numbered("premier|première deuxième|second|seconde troisième quatrième cinquième sixième septième"),
        "DIGIT": {**_COUNTS, **tens("trente quarante cinquante soixante"), "quatre-vingt": 80, "quatre-vingts": 80},
        "SCALE": {
            "cent": 100, "cents": 100, "mille": 10**3, "million": 10**6, "millions": 10**6, "milliard": 10**9,
            "milliards": 10**9,
        },
        "LIMIT": meaning(**{
            ">": "plus de|plus d'|plus des|un peu plus de|bien plus de|au-delà de|au-dessus de|supérieur à|dépassant",
            ">=": "au moins|au minimum|pas moins de",
            "<": "moins de|moins d'|moins des|au-dessous de|inférieur à",
            "<=": "jusqu'à|au plus|au maximum|pas plus de",
            "~": "environ|de l'ordre de|quelque|quelques|autour de|à peu près|aux alentours de|approximativement",
            "nearly": "près de|près d'|près des|près du|un peu moins de|presque|pas loin de",
        }),
        "VAGUE": {
            **{
                f"{some} {many}": value
                for some in ("des", "plusieurs", "quelques")
                for many, value in {
                    "dizaines": "[20..99]", "centaines": "[200..999]", "milliers": "[2000..9999]",
                    "dizaines de milliers": "[20000..99999]", "centaines de milliers": "[200000..999999]",
                    "millions": "[2000000..9999999]", "milliards": "[2000000000..9999999999]",
                }.items()
            },
            "un demi-million": "5e5", "un demi-milliard": "5e8", "une demi-douzaine": "6",
            "une dizaine": "~10", "une douzaine": "~12", "une quinzaine": "~15", "une vingtaine": "~20",
            "une trentaine": "~30", "une quarantaine": "~40", "une cinquantaine": "~50", "une soixantaine": "~60",
            "une centaine": "~100", "un millier": "~1000",
        },
        "SHARE": {
            "la moitié": "50", "de la moitié": "50", "du tiers": "33.33", "un tiers": "33.33", "le tiers": "33.33",
            "tiers": "?33.33", "deux tiers": "66.67", "un quart": "25", "du quart": "25", "le quart": "25",
            "quart": "?25", "trois quarts": "75", "principalement": "[50..100]", "essentiellement": "[50..100]",
        },
        "FACTOR": {"doublé": "2", "triplé": "3", "quadruplé": "4"},
        "LASTING": {"depuis des années": ">1", "pendant des années": ">1", "depuis plusieurs années": ">1"},
        "RANKED": numbered("deuxième|second|seconde troisième quatrième cinquième", 2),
        "NOUN": {
            **nouns("person", "personnes hommes femmes soldats militaires combattants instructeurs formateurs "
                     "mercenaires civils enfants étudiants travailleurs membres victimes réfugiés "
                    "officiers experts spécialistes "
                     "habitants citoyens diplômés enseignants professeurs médecins diplomates morts tués blessés "
                     "stagiaires élèves"),
            **nouns("USD", "dollar dollars"), **nouns("EUR", "euro euros"), **nouns("GBP", "livres"),
            **nouns("RUB", "rouble roubles"), **nouns("CNY", "yuans"), **nouns("XOF", "francs_cfa fcfa f_cfa"),
            **nouns("percent", "% pour_cent points_de_pourcentage points_pourcentage"),
            **nouns("basis points", "points_base"), **nouns("t", "tonne tonnes"),
            **nouns("year", "ans an années"), **nouns("months", "mois"), **nouns("weeks", "semaines semaine"),
            **nouns("days", "jours jour"), **nouns("hours", "heures heure"), **nouns("km", "km kilomètres"),
            **nouns("km2", "kilomètres_carrés km2"), **nouns("m", "m mètres"), **nouns("kg", "kg kilogrammes"),
            **nouns("ha", "ha hectares"), **nouns("country", "pays états"), **nouns("x", "fois"),
        },
        "BOUND": meaning(
            before="avant|d'ici|d'ici à|au plus tard en|au plus tard le", after="après",
            since="depuis|à partir de|à partir du|dès|à compter du|à compter de", until="jusqu'en|jusqu'au|jusqu'à",
        ),
    },
    parts={
        **DATES_IN_DIGITS,
        "NTH": r"(?:er)",
        "CLOCK": r"(?:la nuit|le matin|le soir|la soirée|l['’]après-midi) du ",
        "ANDDAY": r"(?:[-–/]| [-–] | (?:au|à|et|ou) (?:le )?)LASTDAY",
        "THATYEAR": r"(?:de )?(?:WHICH2 année|l['’](?:année|an) THERE2)",
        "SUPERLATIVE": r"(?:plus|moins|principal|fournisseur|producteur|exportateur|importateur|partenaire|acheteur)",
        "MORE": r"(?P<more>plus )",
        "FEWER": r"(?P<fewer>moins )",
        "OUTOF": r"DIGIT [^\W\d]{3,20} sur DIGIT2",
        "ANDHALF": r"et demie?",
        "BCYEAR": r"(?P<old>[1-9][0-9]{0,3}) ERA",
        "ERA": r"(?P<era>(?:av\.|avant) (?:J\.?-?C\.?|notre ère|Jésus-Christ))",
    },
    dates=(
        r"(?:CLOCK)?(?:WEEKDAY )?DAY(?:NTH)?(?:ANDDAY)? MONTH(?: (?:de )?YEAR| THATYEAR| THERE)?",
        r"(?:ABOUT )?(?:PART(?:-| ))?MONTH(?: (?:de (?:l['’]année )?)?YEAR| THATYEAR| THERE)?",
        r"ISO",
        r"NUMERIC",
        r"(?:ABOUT )?(?:PART(?:-| ))?(?:l['’]année |l['’]an )?YEAR(?:ENDYEAR)?",
        r"(?:ABOUT )?(?:PART )?(?:l['’]an )?BCYEAR",
        r"(?:PART (?:les |des )?|les |des )?années (?:(?P<decade>1[0-9]{2}0|20[0-9]0)|(?P<decade_of_1900>[3-9]0))",
        r"(?:PART )?(?:le |du |au )?(?:(?P<roman>[IVX]{1,5})|(?P<nth>1?[0-9]|2[01]))(?:e|er|ème) (?P<century>siècle)"
        r"(?: ERA)?",
        r"(?:PART (?:l['’])?)?(?:WHICH )?SEASON(?: (?:de )?YEAR(?:ENDYEAR)?| THATYEAR| THERE)?",
        r"WHICH (?:UNIT|WEEKDAY)(?P<emphatic>-là)?",
        r"(?:PART )?(?:la |le |l['’])?UNIT THERE",
        r"WEEKDAY THERE",
        r"(?:PART )(?:du |de l['’]|de la )?(?P<this>)UNIT",
        r"(?P<ago>il y a) (?:ABOUT |près de |(?P<over>plus de ))?COUNT(?: )?UNIT",
        r"COUNT UNIT AWAY",
        r"STEP",
        r"WEEKDAY",
    ),
    ahead=r"(?!opéra|caméra|choléra)[a-zéèê]{2,15}r(?:a|ont)\b|doit|doivent|devrait|prévue?s?|prochainement",
    behind=r"a|ont|avait|avaient|est|sont|était|étaient|fut|furent",
    decimal=",",
    thousands=r"[ .\u00a0\u202f]",
    plurals=("s", "x"),
    adjectives=frozenset(
        "tiers quarts nouveaux nouvelles autres grands grandes petits petites jeunes premiers premieres derniers "
        "dernieres prevus prevues promis promises principaux principales anciens anciennes vieux gros mais dans plus "
        "moins sous vers alors".split()
    ),
)  # fmt: skip
