"""dashboard.py → pages/ → components/ → data/, and the folders of components: each knows only those to its right."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

FORBIDDEN = {
    "data": {"streamlit", "components", "pages", "dashboard"},
    "components": {"pages", "dashboard"},
    "pages": {"dashboard"},
}
FEATURES = ("timeline", "figures", "compare", "method", "own_tables", "site")
COMMANDS = "data/__main__.py"
"""An entry, as `dashboard.py` is: one of its commands may reach up to the site, and only once it is asked for."""
ROOMS = ("evidence", "shell", "charts", "words")
"""The folders of components: a feature imports from any of the rooms, these only from those to their right."""
# What opens a file, whatever it is called on: Path.read_text, pandas.read_csv, zipfile.ZipFile, …
READERS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "ZipFile"}
INTERNAL = re.compile(
    r"(streamlit\.(runtime\.|proto|dataframe_util|elements|delta_generator)|altair\.(utils|vegalite))"
)
"""Modules of Streamlit and Altair that may change without notice."""
PAGE = re.compile(
    r"data-testid|st-key-|\.st[A-Z]|stApp|<script|js-plotly-plot|unsafe_allow_|components\.v[12]|declare_component|window\.parent"
)
"""What reaches into the page that Streamlit makes: a name of its own there, or a script."""
PAGE_HOOKS = "components/shell/page_hooks.py"
WRITTEN = {
    "components/words/i18n.py",
    "components/words/messages.py",
    "components/charts/templates.py",
    "components/charts/write_templates.py",
}
"""What may read files, translations and looks of charts; the second of each is a tool that no page imports."""

FILES = [path for layer in FORBIDDEN for path in sorted(ROOT.joinpath(layer).rglob("*.py"))]


def imported(tree: ast.AST) -> Iterator[str]:
    """The top-level package of every import, at whatever depth it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def imported_from_components(tree: ast.AST) -> Iterator[str]:
    """The folder below components/ of every import from there; empty where components itself is imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "components":
            yield from (alias.name for alias in node.names)
        else:
            match node:
                case ast.ImportFrom(module=str(module)):
                    names = [module]
                case ast.Import(names=aliases):
                    names = [alias.name for alias in aliases]
                case _:
                    names = []
            yield from ([*name.split("."), ""][1] for name in names if name.split(".")[0] == "components")


def called(tree: ast.AST) -> Iterator[str]:
    """The last name of everything that is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name(id=name) | ast.Attribute(attr=name):
                    yield name


def private(tree: ast.AST) -> Iterator[str]:
    """What is used of Streamlit and Altair that they do not promise to keep: internal modules, and what begins with _."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=aliases):
                names = [alias.name for alias in aliases]
            case ast.ImportFrom(module=str(module), names=aliases):
                names = [f"{module}.{alias.name}" for alias in aliases]
            case ast.Attribute(value=ast.Name(id="st" | "alt" as owner), attr=attribute):
                names = [f"{'streamlit' if owner == 'st' else 'altair'}.{attribute}"]
            case _:
                names = []
        for imported_name in names:
            package, _dot, rest = imported_name.partition(".")
            if package in ("streamlit", "altair") and (INTERNAL.match(imported_name) or re.search(r"(^|\.)_", rest)):
                yield imported_name


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_layer_knows_only_those_below_it(path: Path) -> None:
    layer = path.relative_to(ROOT).parts[0]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    known = {"components"} if name(path) == COMMANDS else set()
    assert not (FORBIDDEN[layer] - known) & set(imported(tree))


def test_one_command_alone_reaches_up_and_only_when_it_runs() -> None:
    tree = ast.parse(ROOT.joinpath(COMMANDS).read_text(encoding="utf-8"))
    reaching = {
        node.name for node in tree.body if isinstance(node, ast.FunctionDef) and "components" in set(imported(node))
    }
    assert reaching == {"_site"}
    others = [node for node in tree.body if not isinstance(node, ast.FunctionDef)]
    assert not any("components" in set(imported(node)) for node in others)
    assert set(imported_from_components(tree)) == {"site", "words"}


@pytest.mark.parametrize("path", sorted(ROOT.glob("components/*/**/*.py")), ids=name)
def test_a_folder_of_components_knows_only_those_below_it(path: Path) -> None:
    folder = path.relative_to(ROOT / "components").parts[0]
    known = {folder, *(ROOMS if folder in FEATURES else ROOMS[ROOMS.index(folder) + 1 :])}
    assert set(imported_from_components(ast.parse(path.read_text(encoding="utf-8")))) <= known


@pytest.mark.parametrize(
    "path", [path for path in [*FILES, ROOT / "dashboard.py"] if name(path)[:4] != "data"], ids=name
)
def test_only_what_streamlit_and_altair_promise_to_keep_is_used(path: Path) -> None:
    assert not list(private(ast.parse(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize(
    "path", [path for path in [*FILES, ROOT / "dashboard.py"] if name(path) != PAGE_HOOKS], ids=name
)
def test_one_file_alone_reaches_into_the_page_of_streamlit(path: Path) -> None:
    assert not PAGE.findall(path.read_text(encoding="utf-8")), f"this belongs in {PAGE_HOOKS}"


def test_every_folder_of_components_has_its_place() -> None:
    folders = {path.parent.relative_to(ROOT / "components").as_posix() for path in ROOT.glob("components/*/**/*.py")}
    assert folders == {*FEATURES, *ROOMS}
    assert [path.name for path in ROOT.glob("components/*.py")] == ["__init__.py"]


@pytest.mark.parametrize("path", [path for path in FILES if name(path).startswith("components/")], ids=name)
def test_components_read_no_file_but_what_was_written_for_them(path: Path) -> None:
    if name(path) in WRITTEN:
        return
    calls = set(called(ast.parse(path.read_text(encoding="utf-8"))))
    reads = {call for call in calls if call in READERS or call.startswith(("read_", "scan_"))}
    assert not reads, "data/ reads; components/ draw what they are given"


@pytest.mark.parametrize("path", sorted(ROOT.glob("pages/*.py")), ids=name)
def test_a_page_begins_with_the_guard_before_all_else(path: Path) -> None:
    """Without it, a server whose first visitor comes by a link to the page shows no filters and the wrong menu."""
    docstring, imports, guard, *_others = ast.parse(path.read_text(encoding="utf-8")).body
    assert isinstance(docstring, ast.Expr)
    assert ast.unparse(imports) == "from components.shell import entry"
    assert ast.unparse(guard) == "entry.through_dashboard(__file__)"


def test_every_way_into_the_page_of_streamlit_is_found() -> None:
    for code in (
        "[data-testid=stMain]",
        ".st-key-x {display: none}",
        ".stMarkdown p",
        "<script>",
        "unsafe_allow_html=True",
        "st.components.v1.html(x)",
        "components.v2",
    ):
        assert PAGE.search(code), code
    assert PAGE.search(ROOT.joinpath(PAGE_HOOKS).read_text(encoding="utf-8"))


def test_the_reading_of_imports_and_calls() -> None:
    tree = ast.parse("import a.b, c\ndef f():\n    from d.e import g\n    pd.read_csv(open(x))")
    assert set(imported(tree)) == {"a", "c", "d"}
    assert set(called(tree)) == {"read_csv", "open"}
    tree = ast.parse(
        "from streamlit import runtime\nimport streamlit.typing\nst.text(alt.Chart)\n"
        "from streamlit.runtime.state import x\nfrom altair.utils import schemapi\nst._main\nfrom streamlit import _y"
    )
    assert set(private(tree)) == {
        "streamlit.runtime.state.x",
        "altair.utils.schemapi",
        "streamlit._main",
        "streamlit._y",
    }
    tree = ast.parse(
        "from components import a\nfrom components.b.c import d\nimport components.e.f\nimport x.components"
    )
    assert set(imported_from_components(tree)) == {"a", "b", "e"}
