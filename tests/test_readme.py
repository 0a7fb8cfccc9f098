"""What README.md promises: its Python runs and gives what the remarks say, and each form of a value is read."""

import ast
import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml

import data
from data import values

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Each line's value by the line, and each name's by the name; one text stands in the folder of texts."""
    texts = tmp_path_factory.mktemp("texts")
    (texts / data.text_files(data.load())["004"]).write_text("A paragraph of other words.\n", encoding="utf-8")
    given: dict[str, Any] = {}
    for line in (line for block in BLOCKS for line in ast.parse(block).body):
        code = ast.unparse(line).replace("'texts/'", repr(str(texts)))
        if isinstance(line, ast.Expr):
            given[ast.unparse(line)] = eval(code, given)
        else:
            exec(code, given)
    return given


def test_the_questions_are_one_row_each(notebook: dict[str, Any]) -> None:
    questions = notebook["found.questions"]
    assert questions["question"].is_unique
    assert {"verdict", "gap", "gap_from", "gap_to", "n_sources", "n_origins", "one_origin"} <= set(questions)


def test_the_contested_are_those_that_the_verdicts_say(notebook: dict[str, Any]) -> None:
    questions = notebook["found.questions"]
    contested = questions.loc[questions["verdict"].isin(data.CONTESTED), "question"]
    assert sorted(notebook["found.contested"]["question"]) == sorted(contested)


def test_the_same_choice_is_the_same_object(notebook: dict[str, Any]) -> None:
    tables = notebook["tables"]
    assert tables.compare() is notebook["found"]
    assert tables.compare(["004", "007"]) is tables.compare(["007", "004"])


def test_every_line_gives_something(notebook: dict[str, Any]) -> None:
    frames = {name: value for name, value in notebook.items() if isinstance(value, pd.DataFrame)}
    assert {"found.positions", "found.agreement", "found.leave_out('004')"} <= set(frames)
    assert not [name for name, frame in frames.items() if frame.empty]
    several = [value for value in notebook.values() if isinstance(value, tuple)]
    assert [len(parts) for parts in several] == [3]
    assert not [part for part in several[0] if part.empty]


def test_the_selection_holds_what_was_asked_for(notebook: dict[str, Any]) -> None:
    (view,) = (value for value in notebook.values() if isinstance(value, data.View))
    assert set(view.questions["verdict"]) <= {"conflict"}
    assert set(view.questions["topic"]) <= {"trade"}


def test_the_texts_are_checked(notebook: dict[str, Any]) -> None:
    exceptions = notebook["tables.verify('texts/')"].exceptions
    assert any("claim 004-" in line and "no text" not in line for line in exceptions)


def test_the_remarks_name_what_is_there(notebook: dict[str, Any]) -> None:
    named = set(re.findall(r"[.](\w+)", " ".join(re.findall(r"#(.*)", "".join(BLOCKS)))))
    assert {"claims", "sources", "problems", "warnings", "pivotal"} <= named
    known = {*dir(data), *dir(notebook["tables"]), *dir(notebook["found"])}
    assert named <= known
    assert not notebook["found"].pivotal.empty


def rows(head: str) -> list[list[str]]:
    """Return the cells of the table whose first head this is."""
    table = re.search(rf"^\| {head} \|.*\n\|[ -|]*\n((?:\|.*\n)+)", README, re.MULTILINE)
    assert table, head
    return [line.strip("| ").split(" | ") for line in table[1].splitlines()]


def forms(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


@pytest.mark.parametrize(
    ("written", "kind"),
    [(form, "date") for row in rows("a date") for form in forms(row[0])]
    + [(form, "quantity") for row in rows("a quantity") for form in forms(row[0])]
    + [
        (form, "date" if re.match(r"\d{4}[-/]", form) else "quantity")
        for row in rows("a vague word")
        for form in forms(row[1])
    ],
)
def test_each_form_of_a_value_is_read(written: str, kind: str) -> None:
    parse = values.parse_dates if kind == "date" else values.parse_quantities
    low, high = parse(pd.Series([written])).iloc[0]
    assert low <= high


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("1992~", "1991-01-01", "1993-12-31"),
        ("2022-21", "2022-03-01", "2022-05-31"),
        ("-0043", "-0043-01-01", "-0043-12-31"),
    ],
)
def test_dates_are_as_wide_as_said(written: str, low: str, high: str) -> None:
    found = values.parse_dates(pd.Series([written, low, high]))
    assert (found["low"][0], found["high"][0]) == (found["low"][1], found["high"][2])


@pytest.mark.parametrize(
    ("written", "low", "high"), [("60.2", 60.15, 60.25), ("3.2e6", 3.15e6, 3.25e6), ("~3500", 3150, 3850)]
)
def test_quantities_are_as_wide_as_said(written: str, low: float, high: float) -> None:
    assert tuple(values.parse_quantities(pd.Series([written])).iloc[0]) == (low, high)


def test_the_workflow_for_facts_in_a_repository_names_verdicts_that_there_are() -> None:
    (block,) = re.findall(r"^```yaml\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    (job,) = yaml.safe_load(block)["jobs"].values()
    ran = [step["run"] for step in job["steps"] if "run" in step]
    failing = re.findall(r"--fail-on ([\w-]+)", " ".join(ran))
    assert failing
    assert set(failing) <= set(data.CONTESTED)


def test_the_layout_names_the_modules_of_data_and_no_others() -> None:
    layout = README[README.index("Within `data/`, a table set") :]
    rows = [line.split("|")[1:] for line in layout.splitlines() if line.startswith("| `")]
    first, all_ = ({name for row in rows for name in re.findall(r"`(\w+)", "".join(row[:end]))} for end in (1, 2))
    folder = Path(data.__file__).parent
    modules = {path.stem for path in folder.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert first - modules == {"rules"}  # a folder of SQL
    assert modules - all_ == {"__init__"}
