"""Other table sets than the shipped one: every page and view shows them, and nothing of what the shipped one is about."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
EMPERORS = ROOT.parent / "shared" / "files" / "manydata" / "emperors"
PAGES = ["overview", "timeline", "figures", "claims", "method"]
OURS = re.compile(
    r"burkin|russia|ouagadougou|moscow|kremlin|traor|wagner|embass|\btrade|scholarship|student|\bvot(e|es|ing)\b"
    r"|\b(XOF|USD)\b|united nations|\bUN\b|bears|helicopter",
    re.IGNORECASE,
)
"""Words of the shipped tables that no other set should meet."""


@pytest.fixture(scope="module")
def mountains(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mountains")
    rows = [f"everest,{s},height,{h},m,{y}" for s, h in (("survey", 8848), ("atlas", 8840)) for y in range(1950, 1957)]
    rows += [f"k2,{s},height,{h},m," for s, h in (("survey", 8611), ("atlas", 8600), ("diary", "~8600"))]
    rows += [
        f"{e},{s},climbed,{d},,"
        for e, s, d in (("everest", "atlas", "1953-05-29"), ("everest", "diary", "1953"), ("k2", "atlas", "1954"))
    ]
    rows += ["k2,atlas,side,south,,", "k2,diary,side,north,,", "everest,diary,tools,3,piece,"]
    (folder / "claims.csv").write_text("event,source,attribute,value,unit,period\n" + "\n".join(rows) + "\n")
    (folder / "about.md").write_text("# Mountains\n\nHow high they are.\n")
    (folder / "attributes.csv").write_text(
        "attribute,kind,label,section\nheight,quantity,Height,heights\nside,name,Side,heights\n"
    )
    return folder


def shown(app: AppTest) -> str:
    """All that is sent, as text."""
    assert not app.exception
    return "\n".join(str(part.proto) for block in (app.main, app.sidebar) for part in block if part.proto)


def our_words(text: str) -> set[str]:
    return {text[max(0, found.start() - 40) : found.end() + 40] for found in OURS.finditer(text)}


@pytest.fixture(params=["emperors", "mountains"])
def other(request: pytest.FixtureRequest, mountains: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "emperors" and not EMPERORS.exists():
        pytest.skip("the files beside the repository are not here")
    monkeypatch.setenv("TABLES", str(EMPERORS if request.param == "emperors" else mountains))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.usefixtures("other")
def test_a_page_speaks_of_nothing_that_is_not_in_the_tables(page: str) -> None:
    app = AppTest.from_file(ROOT / "dashboard.py", default_timeout=60).run()
    assert not our_words(shown(app.switch_page(f"pages/{page}.py").run()))


@pytest.mark.parametrize("view", ["matrix", "discrepancies", "question", "pair", "source", "without"])
@pytest.mark.usefixtures("other")
def test_a_view_speaks_of_nothing_that_is_not_in_the_tables(view: str) -> None:
    app = AppTest.from_file(ROOT / "dashboard.py", default_timeout=60)
    app.query_params["view"] = view
    assert not our_words(shown(app.run().switch_page("pages/compare.py").run()))
