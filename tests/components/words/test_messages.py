"""Every text that readers see can be translated, and the catalogues are up to date, whole and safe to show."""

import ast
import re
import string
from pathlib import Path

import pytest
from babel.messages import Message
from babel.messages.pofile import read_po

import data
from components.words.i18n import FOLDER, LOCALES, po_file
from components.words.messages import MARKERS, ROOT, TEMPLATE, code_files, collect, main, marked, written

CODE = {path: ast.parse(path.read_text(encoding="utf-8")) for path in code_files()}

PROSE = re.compile(r"[^\W\d_]{2,}[,;:.]? [^\W\d_]|^[A-Z][a-z]{2,}|\{\} [a-z]{2,}|[a-z]{2,}[:,]? \{\}")
"""Two words, a word with a capital, or a word beside a value."""
IDS = {*data.VERDICTS, *data.STANDINGS, *data.RELATIONS, *data.SILENCES}
"""Words by which `data` and `components` understand each other; readers see those of `labels`."""
SIGN = re.compile(r"\{\}\**[:;?!] |^[:;?!] $")
"""A sign behind a value, or between values: each language sets it in its own way, French with a space before it."""
NOT_FOR_READERS = {
    "HTML and CSS": r"</?\w|\{(?!\})|\bst-key-|\[data-|: [^;]+;|rgba?\(|sans-serif|^ ?(px|display)\b",
    "an expression of Vega": r"\bdatum\b|\b(narrow|beside)\b ?[?&*]|\b(width|height|cell|side)\b ?[-+*/)<>]",
    "a place in Plotly": r"^(top|middle|outside) ",
    "a script": r"document\.",
}


def where(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


FUNCTIONS = (ast.FunctionDef, ast.Lambda)


class Texts(ast.NodeVisitor):
    """Gathers the literal texts of a piece of code, values within them as `{}`; no docstrings, marked texts or keys."""

    def __init__(self) -> None:
        self.found: list[tuple[ast.AST, str]] = []

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # a docstring
            self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            self.found.append((node, node.value))

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        pieces = [str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values]
        self.found.append((node, "".join(pieces)))
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)

    def visit_Call(self, node: ast.Call) -> None:
        name = ast.unparse(node.func)
        for part in [node.func, *([] if name in (*MARKERS, "TypeVar", "TypeVarTuple") else node.args), *node.keywords]:
            self.visit(part)

    def visit_Tuple(self, node: ast.Tuple) -> None:
        """Pass over the name that a key of several parts begins with, as in `("one question", view)`."""
        constant = [isinstance(part, ast.Constant) for part in node.elts]
        named = constant[:1] == [True] and not all(constant)
        for part in node.elts[named:]:
            self.visit(part)

    def visit_Dict(self, node: ast.Dict) -> None:
        for value in node.values:
            self.visit(value)


def untranslated(code: ast.AST) -> list[tuple[ast.AST, str]]:
    """Return what reads as prose and is not marked."""
    texts = Texts()
    texts.visit(code)
    expected = re.compile("|".join(NOT_FOR_READERS.values()))
    return [
        (node, text)
        for node, text in texts.found
        if PROSE.search(text.strip(" ")) and text not in IDS and not expected.search(text)
    ]


def test_the_template_is_what_the_code_gives() -> None:
    assert TEMPLATE.read_text(encoding="utf-8") == written(collect()), "run `make messages`"


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_is_marked_is_literal(path: Path) -> None:
    for call in marked(CODE[path]):
        assert 1 <= len(call.args) <= 2, where(path, call)
        for argument in call.args:
            literal = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            assert literal, f"{where(path, call)}: `_` takes a text as it stands; mark it by N_, then use `translate`"
        names = {keyword.arg for keyword in call.keywords}
        assert "n" in names or len(call.args) == 1 or ast.unparse(call.func) == "N_", (
            f"{where(path, call)}: of how many?"
        )


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_translated_before_there_is_a_reader(path: Path) -> None:
    """Modules are loaded once, for readers of all languages; a page and `dashboard.py` run for each reader."""
    if path.parent.name == "pages" or path.name == "dashboard.py":
        return
    inside = {id(node) for scope in ast.walk(CODE[path]) if isinstance(scope, FUNCTIONS) for node in ast.walk(scope)}
    for call in ast.walk(CODE[path]):
        if isinstance(call, ast.Call) and ast.unparse(call.func) in ("_", "translate"):
            assert id(call) in inside, f"{where(path, call)}: mark it by N_ here, and translate it where it is shown"


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_text_for_readers_stands_outside_the_translated_ones(path: Path) -> None:
    if path.name == "messages.py":  # whose words are for translators
        return
    found = [f"{where(path, node)}: {text!r}" for node, text in untranslated(CODE[path])]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_signs_between_words_are_set_by_the_language(path: Path) -> None:
    found = [f"{where(path, node)}: {text!r}" for node, text in signs(CODE[path])]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("code", ['f"{what}: {value}"', '"; ".join(parts)', 'f"- **{when}**: {told}"', 'f"{a}; {b}"'])
def test_a_sign_that_one_language_sets_is_found(code: str) -> None:
    assert signs(ast.parse(code))


def signs(code: ast.AST) -> list[tuple[ast.AST, str]]:
    """Return what joins words by a sign and is not marked."""
    texts = Texts()
    texts.visit(code)
    return [(node, text) for node, text in texts.found if SIGN.search(text)]


@pytest.mark.parametrize(
    "code",
    [
        'st.title("What the sources say")',
        'st.header("Sources")',
        'st.caption(f"{n} claims")',
        'st.markdown(f"About {n}")',
        'Verdict(label="Agree", meaning=N_("They agree"))',
        'alt.Axis(title="Number of sources")',
        'st.dataframe(rows, alt="Table of claims")',
        'names = {"all": "All of them"}',
        '_("{what} apart", what="no time")',
        'st.caption(_("{n} claims", n=n) + " of all sources")',
        'words = ("One source", "Two sources")',
    ],
)
def test_a_text_that_cannot_be_translated_is_found(code: str) -> None:
    assert untranslated(ast.parse(code))


@pytest.mark.parametrize(
    "code",
    [
        'st.title(_("What the sources say"))',
        '"""What a module is for."""',
        'cache.get(("one question", view), draw)',
        'st.html(f"<style>.st-key-{key} {{display: none}}</style>")',
        'alt.expr("narrow ? 11 : 12")',
        'look = LOOKS["sole source"]',
        'LOOKS = {"sole source": grey}',
    ],
)
def test_what_no_reader_sees_may_stand_as_it_is(code: str) -> None:
    assert not untranslated(ast.parse(code))


def fields(text: str) -> set[str]:
    """Return the names of the values that are put into a text."""
    return {name for _text, name, _format, _conversion in string.Formatter().parse(text) if name is not None}


def forms(text: object) -> tuple[str, ...]:
    """Return the forms of a text: those of its plural, or itself."""
    return tuple(text) if isinstance(text, tuple | list) else (str(text or ""),)


def faults(message: Message, plurals: int) -> list[str]:
    """Return what would go wrong where a translation is shown: a form without words, or other values than English's."""
    english, translated = forms(message.id), forms(message.string)
    found = []
    if message.pluralizable and len(translated) != plurals:
        found.append(f"{english[0]!r}: {len(translated)} forms, expected {plurals}")
    known = {name for form in english for name in fields(form)}
    needed = known.intersection(*(fields(form) for form in english))
    for form in translated:
        if not form:
            found.append(f"{english[0]!r}: a form is empty")
        elif fields(form) - known or needed - fields(form) - ({"n"} if message.pluralizable else set()):
            found.append(f"{english[0]!r}: values {sorted(fields(form))}, expected {sorted(known)}")
    return found


def faults_of(path: Path) -> list[str]:
    """Return what is wrong with the catalogue of a language: texts that are missing or gone, and faulty translations."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parts[-3])
    expected = {message.id for message in collect()}
    found = [f"{text!r}: run `make messages`" for text in expected ^ {message.id for message in catalogue}]
    done = [message for message in catalogue if message.id and any(forms(message.string)) and not message.fuzzy]
    return found + [fault for message in done for fault in faults(message, catalogue.num_plurals)]


def test_the_catalogues_are_up_to_date_and_whole() -> None:
    assert [fault for path in FOLDER.glob("*/LC_MESSAGES/messages.po") for fault in faults_of(path)] == []


@pytest.mark.parametrize("language", sorted(set(LOCALES) - {"en"}))
def test_nothing_is_left_in_english(language: str) -> None:
    with po_file(language).open("rb") as file:
        catalogue = read_po(file, locale=language)
    assert [each.id for each in catalogue if each.id and (each.fuzzy or not all(forms(each.string)))] == []


@pytest.mark.parametrize(
    ("message", "plurals", "fault"),
    [
        (Message(("{n} claim", "{n} claims"), ("{n} wypowiedź", "{n} wypowiedzi")), 3, "2 forms, expected 3"),
        (Message(("{n} claim", "{n} claims"), ("{n} déclaration", "")), 2, "a form is empty"),
        (Message("{who} says {what}", "{who} dit {quoi}"), 2, "values ['quoi', 'who'], expected ['what', 'who']"),
        (Message("{who} says {what}", "{who} le dit"), 2, "values ['who'], expected ['what', 'who']"),
    ],
)
def test_a_translation_that_would_go_wrong_is_found(message: Message, plurals: int, fault: str) -> None:
    assert any(fault in found for found in faults(message, plurals))


def test_a_form_may_leave_out_the_number() -> None:
    message = Message(("{n} claim", "{n} claims"), ("une déclaration", "{n} déclarations"))
    assert faults(message, 2) == []


def test_a_language_is_begun_and_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("components.words.i18n.FOLDER", tmp_path)
    monkeypatch.setattr("components.words.messages.TEMPLATE", tmp_path / "messages.pot")
    main(["pl"])
    begun = po_file("pl").read_text(encoding="utf-8")
    assert "nplurals=3" in begun
    assert 'msgid "Method"\nmsgstr ""' in begun
    assert (tmp_path / "messages.pot").read_text(encoding="utf-8") == TEMPLATE.read_text(encoding="utf-8")

    translation = begun.replace('msgid "Method"\nmsgstr ""', 'msgid "Method"\nmsgstr "Metoda"')
    po_file("pl").write_text(translation.replace('msgid "Claims"', 'msgid "Claims of old"'), encoding="utf-8")
    assert len(faults_of(po_file("pl"))) == 2
    main(["pl"])
    assert faults_of(po_file("pl")) == []
    assert 'msgid "Method"\nmsgstr "Metoda"' in po_file("pl").read_text(encoding="utf-8")
