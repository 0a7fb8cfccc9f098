"""Contested questions as others read them."""

import json

import data
from data.discrepancy_exports import MISMATCH_COLUMNS, claims_as_linked_data, mismatches
from tests.data.inline import cells, small

CLAIMS = """
claim, event, source,   attribute, value,   stance, voice
a,     Q1,    A,        date,      1934-04-05,  ,
w,     Q1,    Wikidata, date,      1934-04-03,  ,
b,     Q1,    B,        date,      1934,        ,
c,     Q1,    C,        n,         1,           ,
d,     Q1,    D,        n,         2,           ,   Somebody
e,     Q2,    A,        status,    open,        ,
f,     Q2,    B,        status,    open,    denies,
g,     Q3,    A,        n,         1,           ,
h,     Q3,    B,        n,         1,           ,
"""
SOURCES = "source, title, url, published\n A, The first, https://a.org, 2024\n Wikidata, , ,\n B, , ,\n C, , ,\n D, , ,"


def test_each_contested_question_has_what_one_of_its_claims_excludes() -> None:
    found = mismatches(small(CLAIMS, sources=SOURCES).compare())
    assert tuple(found) == MISMATCH_COLUMNS
    shown = cells(found, "item_id statement_guid property_id wikidata_value external_value external_url")
    assert sorted(shown) == [
        ("Q1", "d", "n", "2", "1", ""),
        ("Q1", "w", "date", "1934-04-03", "1934-04-05", "https://a.org"),
        ("Q2", "f", "status", "open", "open", "https://a.org"),
    ]


def test_no_contested_question_of_the_shipped_set_is_missing() -> None:
    found = data.load().compare()
    contested = found.questions[found.questions["verdict"].isin(data.CONTESTED)]
    told = mismatches(found)
    of_claim = found.tables.claims.set_index("claim")["question"]
    assert set(told["statement_guid"].map(of_claim)) == set(contested["question"])


def test_claims_as_linked_data() -> None:
    read = json.loads(claims_as_linked_data(small(CLAIMS, sources=SOURCES).compare()))
    assert read["@context"] == "https://schema.org"
    things = {thing["@id"]: thing for thing in read["@graph"]}
    assert len(things) == len(read["@graph"])
    assert things["#claim/a"] == {
        "@id": "#claim/a",
        "@type": "Claim",
        "text": "1934-04-05",
        "about": {"@id": "#event/Q1"},
        "isPartOf": {"@id": "#question/Q1/date"},
        "appearance": {"@type": "CreativeWork", "name": "The first", "url": "https://a.org", "datePublished": "2024"},
    }
    assert things["#claim/d"]["author"] == {"@type": "Thing", "name": "Somebody"}
    assert things["#claim/f"]["text"] == "not open"
    assert things["#question/Q1/date"]["keywords"] == "conflict"
    assert "#claim/g" not in things
    named = {
        part["@id"] for thing in read["@graph"] for part in thing.values() if isinstance(part, dict) and "@id" in part
    }
    assert named <= set(things)
