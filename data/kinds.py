import pandas as pd

from data import values

EMPTIED, KEPT = "read as empty", "kept"


def with_kinds(attributes: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each attribute of the table or the claims, `kind` worked out where it was not given."""
    missing = sorted(set(claims["attribute"]) - set(attributes["attribute"]))
    added = pd.DataFrame({"attribute": missing}, columns=attributes.columns).fillna("").astype("str")
    frame = pd.concat([attributes, added], ignore_index=True)
    unknown = frame["kind"] == ""
    kinds = _kinds(claims[claims["attribute"].isin(frame.loc[unknown, "attribute"])])
    worked_out = frame["attribute"].map(lambda attribute: kinds.get(attribute, "name"))
    return frame.assign(
        kind=frame["kind"].where(~unknown, worked_out).astype("str"),
        kind_worked_out=unknown,
        multiple=frame["multiple"] == "true",
        label=frame["label"].where(frame["label"] != "", frame["attribute"]),
        expected_gap=pd.to_numeric(frame["expected_gap"], errors="coerce").astype("float64"),
    )


def _kinds(claims: pd.DataFrame) -> pd.Series:
    """Return the kind of each attribute, judged by its values and units."""
    cells = claims["value"]
    year_like = ~cells.str.fullmatch(r"[0-9]+") | (cells.str.len().eq(4) & cells.between("1000", "2100"))
    date = values.parse_dates(cells)["low"].notna() & year_like
    quantity = values.parse_quantities(cells)["low"].notna()
    seen = pd.DataFrame(
        {"unit": claims["unit"] != "", "date": date, "only_quantity": quantity & ~date, "only_date": date & ~quantity}
    )
    by = seen.groupby(claims["attribute"])
    found = pd.Series("name", index=by.size().index, dtype="str")
    found = found.mask(by["date"].mean() >= 0.9, "date")
    return found.mask(by["unit"].any() | (by["only_quantity"].sum() > by["only_date"].sum()), "quantity")
