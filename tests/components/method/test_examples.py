"""The examples of the method page are those of the tables that are shown."""

from pathlib import Path

import pytest

import data
from components.method import examples
from tests.app import write_small


@pytest.mark.parametrize(
    ("verdict", "example"),
    [
        (
            "self-contradiction",
            "When did it happen\\: Reopening of the embassy?  \nEncyclopedia\\: July 2023 and 28 December 2023; 150 days apart.",
        ),
        ("agree", "When did it happen\\: The visit?  \nThe first report and The second report\\: 5 June 2024."),
        ("compatible", ""),
    ],
)
def test_an_example_of_a_verdict(tables: data.Tables, verdict: str, example: str) -> None:
    assert examples.verdict_example(tables, verdict, "en") == example


def test_each_rule_with_its_example(tables: data.Tables) -> None:
    told = {heading: example for heading, _rule, example in examples.rules(tables, "en")}
    assert told == {
        "Coarser is not different": "",
        "Copies are one report": "When did it happen\\: The visit?  \n"
        "The first report and The second report\\: 5 June 2024. Both go back to wire.",
        "Quoting is not saying": "Presence of Wagner\\: State  \n"
        "The president \\(as told by Encyclopedia\\), denying\\: present; The first report\\: present.",
        "“On Tuesday” is worked out": "“on Wednesday” in The first report, paragraph 1, is 5 June 2024. "
        "The Wednesday before publication.",
        "A change is no conflict": "How much\\: Trade in goods? \\(2008\\)  \nEncyclopedia\\: 3.2 million USD.\n\n"
        "How much\\: Trade in goods? \\(2009\\)  \nThe first report\\: about 3,500 t.",
        "Spelling is not substance": "",
        "The same words, another speaker": "",
        "Some gaps are usual": "",
    }


def test_spellings_and_usual_gaps(tmp_path: Path) -> None:
    tables = data.load(
        write_small(
            tmp_path,
            claims="event,source,attribute,value,stated\ne,a,leader,Ibrahim Traoré,led by Traore\ne,b,leader,Ibrahim Traoré,Traoré\n",
            names="name,part_of,aliases\nIbrahim Traoré,,Traore | Traoré\n",
            attributes="attribute,kind,label,expected_gap,expected_gap_reason\nleader,name,Leader,20,Freight.\n",
        )
    )
    told = {heading: example for heading, _rule, example in examples.rules(tables, "en")}
    spelt = "Ibrahim Traoré\\: “led by Traore” \\(Encyclopedia\\) and “Traoré” \\(The first report\\)."
    assert told["Spelling is not substance"] == spelt
    assert told["Some gaps are usual"] == "Leader\\: up to 20%. Freight."


def test_tables_without_any_of_it_have_no_example(tmp_path: Path) -> None:
    claims = "event,source,attribute,value\ne,a,date,2023\n"
    tables = data.load(write_small(tmp_path, claims=claims, events="", sources="", attributes=""))
    assert not any(example for _heading, _rule, example in examples.rules(tables, "en"))


def test_an_example_is_set_off_beneath_its_rule() -> None:
    assert examples.with_example("Rule.", "One.\n\nTwo.") == "Rule.\n\n> One.\n\n> Two."
    assert examples.with_example("Rule.", "") == "Rule."
