"""What the tests of pages and components share: a small table set, and pages opened as readers do."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parent.parent

SMALL = {
    "claims.csv": """claim,event,source,attribute,value,unit,period,stated,locator,voice,stance,basis,origin,note,checked
c1,embassy,a,date,2023-07,,,July 2023,p1,,,,,,yes
c2,embassy,a,date,2023-12-28,,,28 December 2023,p6,,,,,,yes
c3,coup,a,date,2022-09,,,September 2022,p4,,,,,,
c4,coup,b,date,2022,,,in 2022,p7,,,,,,
c5,coup,c,date,2022-07,,,July 2022,p5,,,,,,
c6,trade,a,amount,3.2e6,USD,2008,3.2 million dollars,p10,,,,,,
c7,trade,b,amount,~3500,t,2009,about [3500] tonnes,table 3,,,,,,
c8,wagner,b,status,present,,,is present,p12,,,,,,
c9,wagner,a,status,present,,,denied,p5,The president,denies,,,,
c10,visit,b,date,2024-06-05,,,on Wednesday,p1,,,derived,wire,The Wednesday before publication,
c11,visit,c,date,2024-06-05,,,on Wednesday,p2,,,derived,wire,,
c12,visit,c,date,2024-07,,,soon,p9,The minister,announces,,,,
""",
    "events.csv": """event,title,topic,scope,place
embassy,Reopening of the embassy,diplomacy,bilateral,BFA RUS
coup,The coup,politics,context,BFA
trade,Trade in goods,trade,bilateral,BFA RUS
wagner,Presence of Wagner,defence,bilateral,BFA RUS
visit,The visit,diplomacy,bilateral,BFA RUS
""",
    "sources.csv": """source,title,label,publisher,url,published,language,set
a,The encyclopedia article,Encyclopedia,,https://example.org/wiki_(a),2024-09-28,en,core
b,The first report,,The Agency,,2024-06-05,fr,core
c,The second report,,,,,,core
""",
    "attributes.csv": """attribute,kind,label,question
date,date,Date,When did it happen: {event}?
amount,quantity,Amount,How much: {event}?
status,name,State,
""",
}
"""A table set with every verdict but `compatible`: 12 claims of 3 sources on 8 questions."""


def write_small(folder: Path, **instead: str) -> Path:
    """Write the small table set, files replaced by `instead` (by name; none where empty), and return its folder."""
    for name, text in {**SMALL, **{f"{table}.csv": text for table, text in instead.items()}}.items():
        if text:
            folder.joinpath(name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def small_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small table set, written and so read once."""
    return write_small(tmp_path_factory.mktemp("small"))


@pytest.fixture
def small(small_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The dashboard shows the small table set; its folder."""
    monkeypatch.setenv("TABLES", str(small_folder))
    return small_folder


def open_page(name: str, **address: str | Sequence[str]) -> AppTest:
    """Return a page as `dashboard.py` runs it, with these keys in the address; no error may show."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
    for key, value in address.items():
        app.query_params[key] = value
    if name != "overview":
        app.switch_page(f"pages/{name}.py")
    app.run()
    assert not app.exception, app.exception
    return app


def text_of(app: AppTest) -> str:
    """Return what a page says in its main part: headings, Markdown and captions."""
    parts = [*app.main.title, *app.main.header, *app.main.subheader, *app.main.markdown, *app.main.caption]
    return "\n".join(part.value for part in parts)
