"""The kind of an attribute for which none is given: judged by its values and units."""

import csv
import io

import pandas as pd

from data.values import parse_dates, parse_quantities


def work_out(seen: pd.DataFrame) -> pd.DataFrame:
    """Return the kind of each attribute, one row each, indexed and sorted by `attribute`.

    `seen` has one row for each different `attribute`, `value` and `has_unit` (whether a unit is given), with `claims`,
    how many there are. The result has `kind`; `claims`, of the attribute; `others`, how many of them read as another
    kind than the one found; and `has_unit`, whether any has one.

    A quantity where any claim has a unit; else a date where at least half of the claims read as dates, digits alone
    only from 1000 to 2100; else a quantity where at least half read as quantities; else a name.
    """
    return decide(count(seen))


def count(seen: pd.DataFrame) -> pd.DataFrame:
    """Return for each attribute of some claims, as `work_out` takes them, how many there are and read as each kind.

    Columns: `claims`, `date`, `quantity`, `name` (those that read as neither) and `has_unit`, how many have one.
    """
    values = seen["value"]
    is_year = values.str.fullmatch(r"1[0-9]{3}|20[0-9]{2}|2100")
    is_date = parse_dates(values)["low"].notna() & (is_year | ~values.str.fullmatch(r"[0-9]+"))
    is_quantity = parse_quantities(values)["low"].notna()
    counts = pd.DataFrame(
        {
            "claims": seen["claims"],
            "date": seen["claims"].where(is_date, 0),
            "quantity": seen["claims"].where(is_quantity, 0),
            "name": seen["claims"].where(~is_date & ~is_quantity, 0),
            "has_unit": seen["claims"].where(seen["has_unit"], 0),
        }
    )
    return counts.groupby(seen["attribute"]).sum()


def decide(found: pd.DataFrame) -> pd.DataFrame:
    """Return the kind of each attribute, as `work_out` does, from the counts of all its claims."""
    half = found["claims"] / 2
    kind = pd.Series("name", index=found.index, dtype="str")
    kind = kind.mask(found["quantity"] >= half, "quantity").mask(found["date"] >= half, "date")
    kind = kind.mask(found["has_unit"] > 0, "quantity")
    of_kind = sum(found[name].where(kind == name, 0) for name in ("date", "quantity", "name"))
    return pd.DataFrame(
        {
            "kind": kind,
            "claims": found["claims"],
            "others": found["claims"] - of_kind,
            "has_unit": found["has_unit"] > 0,
        }
    )


def lines(found: pd.DataFrame) -> list[str]:
    """Return a line for each attribute whose kind `work_out` found: which, how many claims differ, what settles it."""
    return [
        f"{attribute}: no kind is given, and it is read as a {kind}; {others} of {claims} claims read as another kind; "
        f"the line {_csv_line(str(attribute), kind)} under attribute,kind in attributes.csv settles it"
        for attribute, kind, claims, others in found[["kind", "claims", "others"]].itertuples()
    ]


def _csv_line(*cells: str) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()
