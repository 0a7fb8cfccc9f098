"""Which quantities stand in which section."""

from pathlib import Path

import pandas as pd
import pytest

import data
from data import figure_sections


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> data.View:
    folder = tmp_path_factory.mktemp("figures")
    lines = [f"{event},s,height,{n},m,{1900 + n}" for event, many in (("tall", 12), ("low", 9)) for n in range(many)]
    lines += [
        "far,s,distance,3,km,",
        "far,s,mood,calm,,",
        "tall,s,mood,calm,,",
        "tall,s,builder,Ann,,",
        "odd,s,height,1,m,",
    ]
    (folder / "claims.csv").write_text("event,source,attribute,value,unit,period\n" + "\n".join(lines) + "\n")
    (folder / "events.csv").write_text("event,title,topic\nfar,Far,roads\nlow,Low,towers\ntall,Tall,towers\nodd,Odd,\n")
    (folder / "attributes.csv").write_text("attribute,kind,section\nmood,name,moods\n")
    return data.load(folder).select(data.Selection())


def test_a_section_is_the_attributes_own_a_large_topic_or_all_others(view: data.View) -> None:
    assert figure_sections.sections(view).to_dict("list") == {
        "section": ["towers", "moods", "other"],
        "events": [2, 2, 2],
        "claims": [21, 2, 2],
    }


def test_a_choice_that_leaves_few_claims_changes_no_section(view: data.View) -> None:
    few = view.found.tables.select(data.Selection(period=("1900", "1902")))
    assert figure_sections.sections(few).set_index("section")["events"]["towers"] == 2


def test_events_with_the_most_claims_come_first(view: data.View) -> None:
    assert figure_sections.section_events(view, "towers", 0, 20) == ["tall", "low"]
    assert figure_sections.section_events(view, "towers", 1, 20) == ["low"]


@pytest.mark.parametrize(
    ("section", "attributes"),
    [("towers", {"height": 21}), ("moods", {"mood": 2}), ("other", {"distance": 1, "height": 1})],
)
def test_the_claims_are_those_of_the_section_alone(view: data.View, section: str, attributes: dict[str, int]) -> None:
    claims = figure_sections.section_claims(view, section, figure_sections.section_events(view, section, 0, 20))
    pd.testing.assert_series_equal(
        claims["attribute"].value_counts().sort_index(),
        pd.Series(attributes),
        check_names=False,
        check_index_type=False,
    )


@pytest.mark.parametrize("topic", ["{event}", "{n} {0} {}", "found", "o'clock", "%s", "-- x", "]]"])
def test_a_topic_of_any_name_has_a_section(tmp_path: Path, topic: str) -> None:
    lines = [f"tall,s,height,{n},m,{1900 + n}" for n in range(30)]
    (tmp_path / "claims.csv").write_text("event,source,attribute,value,unit,period\n" + "\n".join(lines) + "\n")
    (tmp_path / "events.csv").write_text(f"event,title,topic\ntall,Tall,{topic}\n")
    view = data.load(tmp_path).select(data.Selection())
    assert list(figure_sections.sections(view)["section"]) == [topic]
    assert figure_sections.section_events(view, topic, 0, 20) == ["tall"]
    assert len(figure_sections.section_claims(view, topic, ["tall"])) == 30
