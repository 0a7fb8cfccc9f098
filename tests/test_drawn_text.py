"""No text of a table, of an address or of an error is drawn as Markdown without being escaped, as far as a line tells.

What a call of Streamlit draws is followed through f-strings, translations, lists and the names of its function. Texts
that other functions make are shown by `tests/browser/test_text.py` to be escaped.
"""

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = [path for layer in ("pages", "components") for path in sorted(ROOT.joinpath(layer).rglob("*.py"))]
DRAWS = set(
    "button caption checkbox download_button error expander header info link_button markdown metric multiselect page_link "
    "pills popover segmented_control selectbox subheader success text_input title toggle warning write".split()
)
LABELS = {"label", "body", "title", "help", "placeholder"}
RAW = set("locator note quantity quoted str value values word".split())
"""Functions that give text of tables, or of errors, as it stands."""
THROUGH = set("_ filter join list replace rstrip sorted strip translate tuple".split())
"""Functions that hand on what they are given."""
OWN = {"chips"}
"""Columns of Markdown that is made here."""
Assigned = Mapping[str, list[ast.expr]]


def name_of(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def unescaped(node: ast.AST, assigned: Assigned, seen: frozenset[str] = frozenset()) -> Iterator[str]:
    """The parts of what is drawn that are cells of a table, or come from what gives these as they are."""
    match node:
        case ast.Subscript(value=value, slice=ast.Constant(value=str(key))):
            if key not in OWN and not name_of(value).isupper():
                yield ast.unparse(node)
        case ast.Name(id=name) if name in assigned and name not in seen:
            for value in assigned[name]:
                yield from unescaped(value, assigned, seen | {name})
        case ast.Call(func=func) if name_of(func) in RAW:
            yield ast.unparse(node)
        case ast.Call(func=func, args=args, keywords=keywords) if name_of(func) in THROUGH:
            held = [func.value] if isinstance(func, ast.Attribute) else []
            for part in (*held, *args, *(keyword.value for keyword in keywords)):
                yield from unescaped(part, assigned, seen)
        case ast.IfExp(body=body, orelse=orelse):
            yield from (*unescaped(body, assigned, seen), *unescaped(orelse, assigned, seen))
        case ast.GeneratorExp(elt=element) | ast.ListComp(elt=element):
            yield from unescaped(element, assigned, seen)
        case (
            ast.JoinedStr()
            | ast.FormattedValue()
            | ast.BinOp()
            | ast.BoolOp()
            | ast.List()
            | ast.Tuple()
            | ast.Starred()
        ):
            for child in ast.iter_child_nodes(node):
                yield from unescaped(child, assigned, seen)


def drawn_unescaped(code: str) -> Iterator[str]:
    """The same for all that the functions of a file draw, each with its line."""
    tree = ast.parse(code)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    alone = ast.Module([node for node in tree.body if not isinstance(node, ast.FunctionDef)], [])
    for scope in (alone, *functions):
        assigned: defaultdict[str, list[ast.expr]] = defaultdict(list)
        for node in ast.walk(scope):
            match node:
                case (
                    ast.Assign(targets=[ast.Name(id=name)], value=value)
                    | ast.NamedExpr(target=ast.Name(id=name), value=value)
                ):
                    assigned[name].append(value)
        for node in ast.walk(scope):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in DRAWS:
                texts = [*node.args[:1], *(keyword.value for keyword in node.keywords if keyword.arg in LABELS)]
                yield from (f"line {node.lineno}: {part}" for text in texts for part in unescaped(text, assigned))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_drawn_is_escaped(path: Path) -> None:
    assert not list(drawn_unescaped(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "code",
    [
        "st.markdown(row['title'])",
        "st.caption(names[0] + row['note'])",
        "st.header(_('{event}: {n}', event=row['title'], n=3))",
        "told = row['title'] or ''\nst.button('x', help=told)",
        "with left:\n    left.caption(' '.join(word(each) for each in found))",
        "st.error(str(error))",
        "def draw():\n    place = format.locator(passage.locator)\n    st.caption(_('{place}', place=place))",
    ],
)
def test_text_that_is_not_escaped_is_found(code: str) -> None:
    assert list(drawn_unescaped(code))


@pytest.mark.parametrize(
    "code",
    [
        "st.markdown(markdown.escape(row['title']))",
        "st.markdown(LOOKS['conflict'] + counts[verdict])",
        "st.header(_('{event}', event=markdown.escape(word(row['title']))))",
        "st.dataframe(rows['title'])",
    ],
)
def test_text_that_is_escaped_is_not(code: str) -> None:
    assert not list(drawn_unescaped(code))
