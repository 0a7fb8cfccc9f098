"""Section 4, names: one label for each spelling, and a part inside its whole."""

import time
from collections.abc import Callable

import pandas as pd
import pytest

from data.names import Names
from tests.data.inline import rows


def names(text: str) -> Names:
    """The names of a table drawn as text; its first row is row 2."""
    table = pd.DataFrame([{"part_of": "", "aliases": ""} | row for row in rows(text)], dtype="str")
    return Names(table.set_axis(range(2, len(table) + 2)), "names.csv")


def text(*cells: str) -> pd.Series:
    return pd.Series(cells, dtype="str")


PLACES = """
name, part_of
Ouagadougou, Burkina Faso
Burkina Faso, West Africa
Bobo-Dioulasso, Burkina Faso
Mali, West Africa
West Africa, Africa
"""


# ------------------------------------------------------------------------------------------------------------- spellings
def test_an_alias_is_read_as_its_name_and_nothing_else_is_touched() -> None:
    known = names("name, aliases\n Sergei Shoigu, Sergey Shoigu | Shoygu ; С. Шойгу\n Ibrahim Traoré, Captain Traoré")
    told = text("Sergey Shoigu", "Shoygu", "С. Шойгу", "Captain Traoré", "shoygu", "Sergey  Shoigu", "", "other")
    assert known.canonical(told).tolist() == ["Sergei Shoigu"] * 3 + [
        "Ibrahim Traoré",
        "shoygu",
        "Sergey  Shoigu",
        "",
        "other",
    ]
    assert known.problems == []


def test_an_alias_of_two_names_is_read_as_the_first_and_reported() -> None:
    known = names("name, aliases\n Sergei Shoigu, Shoigu\n Larisa Shoigu, Shoigu")
    assert known.canonical(text("Shoigu")).tolist() == ["Sergei Shoigu"]
    [problem] = known.problems
    assert (problem.file, problem.row, problem.column) == ("names.csv", 3, "aliases")
    assert '"Shoigu" is "Sergei Shoigu" too' in problem.text


def test_a_name_is_itself_whatever_other_name_has_it_as_an_alias() -> None:
    known = names("name, aliases\n Upper Volta, Burkina Faso\n Burkina Faso,")
    assert known.canonical(text("Burkina Faso")).tolist() == ["Burkina Faso"]
    assert len(known.problems) == 1


def test_the_longest_spelling_within_the_wording_is_found_whole_words_only() -> None:
    known = names("name, aliases\n Sergei Shoigu, Shoigu | Sergey Shoigu\n Mali,")
    labels = text("Sergei Shoigu", "Sergei Shoigu", "Sergei Shoigu", "Sergei Shoigu", "Mali", "unknown")
    stated = text("minister sergey Shoigu said", "Mr Shoigu", "the Shoigus", "", "Mali", "Shoigu")
    assert known.spellings(labels, stated).tolist() == ["sergey shoigu", "shoigu", "", "", "", ""]


def test_spellings_keep_the_index_also_where_it_repeats() -> None:
    known = names("name, aliases\n Sergei Shoigu, Shoigu")
    labels = pd.Series(["Sergei Shoigu", "Mali"], index=["a", "a"], dtype="str")
    found = known.spellings(labels, labels.replace("Mali", "x"))
    assert list(found.index) == ["a", "a"]
    assert found.tolist() == ["sergei shoigu", ""]


# -------------------------------------------------------------------------------------------------------- parts and wholes
def spans(known: Names, *labels: str) -> dict[str, tuple[float, float]]:
    read = known.kind(labels).parse(text(*labels))
    return dict(zip(labels, zip(read["low"], read["high"], strict=True), strict=True))


def test_labels_are_numbered_by_the_alphabet_and_parts_after_their_whole() -> None:
    at = spans(
        names(PLACES), "Moscow", "Africa", "West Africa", "Burkina Faso", "Ouagadougou", "Bobo-Dioulasso", "Mali"
    )
    assert at == {
        "Africa": (0, 5),
        "West Africa": (1, 5),
        "Burkina Faso": (2, 4),
        "Bobo-Dioulasso": (3, 3),
        "Ouagadougou": (4, 4),
        "Mali": (5, 5),
        "Moscow": (6, 6),
    }


def test_an_unknown_whole_is_a_name_of_its_own_and_an_alias_of_a_whole_is_that_whole() -> None:
    at = spans(
        names("name, part_of, aliases\n Ouagadougou, Upper Volta,\n Kaya, Sahel,\n Burkina Faso, , Upper Volta"),
        "Sahel",
        "Kaya",
        "Burkina Faso",
        "Ouagadougou",
    )
    assert at == {"Burkina Faso": (0, 1), "Ouagadougou": (1, 1), "Sahel": (2, 3), "Kaya": (3, 3)}


def test_a_label_is_held_by_the_nearest_other_that_is_there() -> None:
    known = names("""name,           part_of
                     Patte d'Oie,    Ouagadougou
                     Ouagadougou,    Centre
                     Centre,         Burkina Faso""")
    held = known.containing(["Patte d'Oie", "Ouagadougou", "Burkina Faso", "Mali"])
    assert held == {"Patte d'Oie": "Ouagadougou", "Ouagadougou": "Burkina Faso"}
    assert known.containing(["Patte d'Oie", "Mali"]) == {}


def test_an_interval_is_written_as_the_label_that_it_begins_with() -> None:
    labels = ["Moscow", "Burkina Faso", "Ouagadougou", "Africa"]
    kind = names(PLACES).kind(labels)
    read = kind.parse(pd.Series(labels, index=list("wxyz"), dtype="str"))
    assert list(read.index) == list("wxyz")
    assert kind.write(read["low"], read["high"]).to_dict() == dict(zip("wxyz", labels, strict=True))
    assert kind.name == "name"


def test_a_label_that_was_not_given_does_not_read() -> None:
    assert names(PLACES).kind(["Moscow"]).parse(text("Paris", "Moscow", "Mali"))["low"].isna().tolist() == [
        True,
        False,
        False,
    ]


def test_no_table_and_no_labels_are_no_trouble() -> None:
    known = names("name\n x")
    assert known.kind([]).parse(text()).columns.tolist() == ["low", "high"]
    nobody = Names(known.frame.iloc[:0], "names.csv")
    assert spans(nobody, "b", "a") == {"a": (0, 0), "b": (1, 1)}
    assert nobody.canonical(text("a")).tolist() == ["a"]
    assert nobody.spellings(text("a"), text("a")).tolist() == [""]


@pytest.mark.parametrize(
    ("table", "row", "ring"),
    [
        ("x, x", 2, "x → x"),
        ("x, y\n y, x", 2, "x → y → x"),
        ("w, y\n x, y\n y, z\n z, x", 3, "x → y → z → x"),
    ],
)
def test_a_circle_is_reported_once_and_cut_at_its_first_name(table: str, row: int, ring: str) -> None:
    known = names("name, part_of\n " + table)
    [problem] = known.problems
    assert (problem.row, problem.column) == (row, "part_of")
    assert problem.text.startswith(f"{ring} is a circle; expected")
    first = ring.split(" → ")[0]
    every = known.frame["name"].tolist()
    at = spans(known, *every)
    assert at[first] == (0, len(every) - 1), "the name that is cut free is the whole of all the others"


def test_each_of_several_circles_is_reported() -> None:
    known = names("name, part_of\n a, b\n b, a\n c, d\n d, c\n e, a")
    assert [problem.row for problem in known.problems] == [2, 4]


# -------------------------------------------------------------------------------------------------------------------- cost
def took(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def test_thousands_of_names_aliases_and_labels_take_no_time() -> None:
    nested = pd.DataFrame(
        {"name": [f"n{i}" for i in range(2000)], "part_of": [f"n{i + 1}" for i in range(2000)], "aliases": ""}
    )
    assert took(lambda: spans(Names(nested, "names.csv"), *nested["name"])) < 1
    ring = nested.assign(part_of=[f"n{(i + 1) % 2000}" for i in range(2000)])
    assert took(lambda: Names(ring, "names.csv")) < 1
    aliased = pd.DataFrame(
        {
            "name": [f"n{i}" for i in range(1000)],
            "part_of": "",
            "aliases": ["|".join(f"a{i} {k}" for k in range(10)) for i in range(1000)],
        }
    )
    values = pd.Series([f"a{i % 1000} {i % 10}" for i in range(200_000)], dtype="str")
    known = Names(aliased, "names.csv")
    assert took(lambda: known.canonical(values)) < 1
    labels = known.canonical(values)
    assert took(lambda: known.spellings(labels, values)) < 3
    many = pd.Series([f"label {i}" for i in range(350_000)], dtype="str")
    assert took(lambda: known.kind(many).parse(many)) < 4


def test_ten_thousand_aliases_of_one_name_take_time_in_proportion() -> None:
    aliases = [f"a{number}" for number in range(10_000)]
    table = Names(
        pd.DataFrame({"name": ["n"], "part_of": [""], "aliases": ["|".join(aliases)]}, index=[2]), "names.csv"
    )
    labels = pd.Series(["n"] * len(aliases))
    begun = time.process_time()
    found = table.spellings(labels, pd.Series([f"said {alias} here" for alias in aliases]))
    assert time.process_time() - begun < 3
    assert found.tolist() == aliases


def test_the_longest_spelling_is_found_as_whole_words_in_any_case() -> None:
    table = Names(
        pd.DataFrame(
            {"name": ["Traoré"], "part_of": [""], "aliases": ["I. Traoré | Ibrahim Traoré | (IB)"]}, index=[2]
        ),
        "names.csv",
    )
    stated = ["by IBRAHIM TRAORÉ, said", "mI. Traoré", "the captain (IB)", "Traorés", "I. Traoré; Ibrahim Traoré", ""]
    found = table.spellings(pd.Series(["Traoré"] * len(stated)), pd.Series(stated))
    assert found.tolist() == ["ibrahim traoré", "traoré", "(ib)", "", "ibrahim traoré", ""]
