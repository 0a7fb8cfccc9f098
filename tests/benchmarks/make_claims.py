"""A large table set, the same each time: `python -m tests.benchmarks.make_claims FOLDER [CLAIMS [EVENTS]]`.

Writes `FOLDER/csv/` and `FOLDER/parquet/`, each with claims, sources and attributes. For a million claims: about 350,000
different values of all kinds, 100,000 questions, 100 sources; a quarter of the claims quote a voice, a tenth name an
origin, and some deny, allege or announce.
"""

import sys
from pathlib import Path

import numpy as np
import pandas as pd

SOURCES, VOICES, ORIGINS = 100, 2_000, 40
ATTRIBUTES = {"date": "date", "amount": "quantity", "speaker": "name"}


def claims(count: int, events: int | None = None) -> pd.DataFrame:
    """Return `count` claims, every cell text, of so many events, or of one event for each three questions."""
    draw = np.random.default_rng(1967)
    questions = max(count // 10, 1)
    asked_of_each = -(-questions // events) if events else 3
    question = draw.integers(questions, size=count)
    attribute = np.array(list(ATTRIBUTES))[question % 3]
    amount = attribute == "amount"
    return pd.DataFrame(
        {
            "claim": _numbered("c", np.arange(count)),
            "event": _numbered("event-", question // asked_of_each),
            "source": _numbered("source-", draw.integers(SOURCES, size=count)),
            "attribute": attribute,
            "value": _values(question, attribute, draw),
            "unit": np.where(amount, "USD", ""),
            "period": np.where(amount, (1990 + question // 3 % 30).astype(str).astype(object), ""),
            "stated": _some(_numbered("about ", question % 5_000), 0.3, draw),
            "locator": _numbered("p", draw.integers(1, 60, size=count)),
            "voice": _some(_numbered("Spokesman Émile ", draw.integers(VOICES, size=count)), 0.25, draw),
            "stance": draw.choice(["", "alleges", "announces"], p=[0.9, 0.05, 0.05], size=count),
            "basis": draw.choice(["", "derived"], p=[0.98, 0.02], size=count),
            "origin": _some(_numbered("agency-", draw.integers(ORIGINS, size=count)), 0.1, draw),
            "note": _some(_numbered('says "no, never" on day ', question), 0.02, draw),
        },
        dtype="str",
    )


def _values(question: np.ndarray, attribute: np.ndarray, draw: np.random.Generator) -> np.ndarray:
    """Return a value of the kind of each attribute; most answers to one question lie close together."""
    count = len(question)
    shift = draw.integers(7, size=count)
    days = (
        (question * 7919 % 90_000 - 60_000 + shift * draw.integers(2, size=count)).astype("datetime64[D]").astype(str)
    )
    size = np.array([10, 10, 7, 4])[draw.integers(4, size=count)]
    dates = np.where(size == 10, days, np.where(size == 7, days.astype("U7"), days.astype("U4"))).astype(object)
    cents = ((question * 104_729 % 10_000_000 + shift * 1_000) / 100).round(2)
    forms = draw.integers(10, size=count)
    amounts = np.char.mod("%.2f", cents).astype(object)
    amounts = np.where(forms == 0, "~" + np.char.mod("%d", cents).astype(object), amounts)
    amounts = np.where(forms == 1, np.char.mod("%.1e", cents).astype(object), amounts)
    names = _numbered("Ministère ", question + shift * 17)
    return np.select([attribute == "date", attribute == "amount"], [dates, amounts], names)


def _numbered(word: str, numbers: np.ndarray) -> np.ndarray:
    return word + numbers.astype(str).astype(object)


def _some(texts: np.ndarray, share: float, draw: np.random.Generator) -> np.ndarray:
    """Return a share of the texts, and an empty one in the place of each other."""
    return np.where(draw.random(len(texts)) < share, texts, "")


def write(folder: Path, count: int = 1_000_000, events: int | None = None) -> None:
    """Write the table set as CSV and as Parquet below `folder`."""
    source = _numbered("source-", np.arange(SOURCES))
    tables = {
        "claims": claims(count, events),
        "sources": pd.DataFrame({"source": source, "published": "2020-06-30", "origin": ""}),
        "attributes": pd.DataFrame({"attribute": list(ATTRIBUTES), "kind": list(ATTRIBUTES.values())}),
    }
    for form in ("csv", "parquet"):
        (folder / form).mkdir(parents=True, exist_ok=True)
        for name, table in tables.items():
            if form == "csv":
                table.to_csv(folder / form / f"{name}.csv", index=False)
            else:
                table.to_parquet(folder / form / f"{name}.parquet", index=False)


if __name__ == "__main__":
    write(Path(sys.argv[1]), *map(int, sys.argv[2:]))
