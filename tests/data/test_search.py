"""Where the words of a search stand."""

from functools import cache

import pytest

import data
from data import search
from tests.data.inline import loaded_well

CLAIMS = """
claim,event,source,attribute,value,unit,period,stated,voice,note
één,fête,a,speaker,Ministère de l'Énergie,,,,,
c2,dam,a,amount,3,m³,2020~,Œuvre über die Straße,Émile,ﬁnal
c3,mine,b,amount,4,t,2021,about 4,Anna,plain
"""
NAMES = "name,part_of,aliases\nMinistère de l'Énergie,,Énergie Ministry|Минэнерго\n"
EVENTS = "event,title,summary\nfête,Fête nationale,\ndam,The dam,Großer Bau\nmine,The mine,\n"
SOURCES = "source,title,publisher\na,Étude,Presse\nb,Study,Åland Press\n"


@cache
def tables() -> data.Tables:
    return loaded_well(claims=CLAIMS, names=NAMES, events=EVENTS, sources=SOURCES)


@pytest.mark.parametrize(
    ("words", "events"),
    [
        ("een", ["fête"]),
        ("fete", ["fête"]),
        ("ENERGIE", ["fête"]),
        ("минэнерго", ["fête"]),
        ("m3", ["dam"]),
        ("2020~", ["dam"]),
        ("uber strasse", ["dam"]),
        ("STRASSE", ["dam"]),
        ("œuvre", ["dam"]),
        ("emile", ["dam"]),
        ("final", ["dam"]),
        ("grosser", ["dam"]),
        ("etude", ["dam", "fête"]),
        ("aland", ["mine"]),
        ("the", ["dam", "mine"]),
        ("o'neil", []),
        ("oeuvre", ["dam"]),
        ("l’énergie", ["fête"]),
        ("where is the dam?", ["dam"]),
        ("mines", ["mine"]),
        ("nationales", ["fête"]),
        ("Straße-Œuvre", ["dam"]),
        ("%", []),
    ],
)
def test_each_text_is_searched_without_case_accents_and_ligatures(words: str, events: list[str]) -> None:
    assert sorted(set(tables().select(data.Selection(words=words)).questions["event"])) == events


def test_what_only_a_source_says_that_was_not_chosen_is_not_found() -> None:
    read = loaded_well(claims="event,source,attribute,value\nvisit,a,guest,Anna\nvisit,b,guest,Émile\n")
    assert read.select(data.Selection(words="emile")).n_questions == 1
    assert read.select(data.Selection(words="emile", sources=("a",))).n_questions == 0


def test_a_search_looks_into_claims_that_were_added() -> None:
    read = loaded_well(claims="event,source,attribute,value\nvisit,a,guest,Anna\n")
    more = loaded_well(claims="event,source,attribute,value\nvisit,b,host,Émile\n").claims
    amended = read.amend(more[["event", "source", "attribute", "value"]])
    assert read.select(data.Selection(words="emile")).n_questions == 0
    assert amended.select(data.Selection(words="emile")).n_questions == 1


@pytest.mark.parametrize(
    ("words", "stems"),
    [
        ("reopened", ["reopen"]),
        ("reopening", ["reopen"]),
        ("embassies", ["embass"]),
        ("embassy", ["embass"]),
        ("When did the votes of AU states differ?", ["vote", "au", "stat", "diff"]),
        ("l’ambassade d'Ouagadougou", ["ambassad", "ouagadougou"]),
        ("relations commerciales", ["relation", "commerci"]),
        ("relation commerciale", ["relation", "commerci"]),
        ("Mi-17", ["mi", "17"]),
        ("3.2", ["3.2"]),
        ("when", ["when"]),
        ("?", ["?"]),
        ("", []),
    ],
)
def test_what_is_looked_for(words: str, stems: list[str]) -> None:
    assert list(search.terms(words).values()) == stems


def test_folding_leaves_neither_case_nor_accents() -> None:
    assert search.folded("ÉCOLE Straße ﬁn œuf co\u00adop\u200b") == "ecole strasse fin oeuf coop"
