"""Names: which label a spelling stands for, which name is part of which, and each label as an interval."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import islice

import numpy as np
import pandas as pd

from data.files import Problem, quoted
from data.validation import EMPTIED
from data.values import Kind, for_distinct

NAME_FORMS = "the one canonical label of a person, place, body or state"


class Names:
    """The `names` table: `frame` has its columns, indexed by row number; `problems` is what was wrong in it.

    An alias of two names is read as the first, a circle of parts is cut at its first name; both are reported.
    """

    def __init__(self, frame: pd.DataFrame, file: str) -> None:
        self.frame = frame
        self.problems: list[Problem] = []
        self._file = file
        self._label, self._forms = self._read_aliases()
        whole = dict(zip(frame["name"], self.canonical(frame["part_of"]), strict=True))
        self._whole = {name: part_of for name, part_of in whole.items() if part_of}
        self._cut_circles()

    def _read_aliases(self) -> tuple[dict[str, str], dict[str, list[str]]]:
        """Return the name that each alias stands for, and the aliases of each name."""
        label: dict[str, str] = {}
        forms: dict[str, list[str]] = {}
        names = set(self.frame["name"])
        for row, name, aliases in zip(self.frame.index, self.frame["name"], self.frame["aliases"], strict=True):
            forms[name] = [form for form in (part.strip() for part in re.split(r"[|;]", aliases)) if form]
            for form in forms[name]:
                other = form if form in names else label.setdefault(form, name)
                if other != name:
                    text = f"{quoted(form)} is {quoted(other)} too, and read as that; expected one name for each alias"
                    self.problems.append(Problem(self._file, int(row), "aliases", text))
        return label, forms

    def _cut_circles(self) -> None:
        """Report each circle of wholes, and take the whole from the one of its names that stands first in the table."""
        row_of = dict(zip(self.frame["name"], self.frame.index, strict=True))
        seen: set[str] = set()
        for start in row_of:
            chain: dict[str, None] = {}  # in the order of the walk
            name: str | None = start
            while name is not None and name not in seen:
                seen.add(name)
                chain[name] = None
                name = self._whole.get(name)
            if name not in chain:
                continue  # the walk ended at a name without a whole, or at one that an earlier walk has passed
            walked = list(chain)
            circle = walked[walked.index(name) :]
            first = circle.index(min(circle, key=row_of.__getitem__))
            ring = " → ".join([*circle[first:], *circle[:first], circle[first]])
            text = f"{ring} is a circle; expected a whole that is not its part; {EMPTIED}"
            self.problems.append(Problem(self._file, int(row_of[circle[first]]), "part_of", text))
            del self._whole[circle[first]]

    def canonical(self, values: pd.Series) -> pd.Series:
        """Return each value that is an alias as its name."""
        if not self._label:
            return values
        return for_distinct(values, lambda texts: texts.map(lambda text: self._label.get(text, text)))

    def spellings(self, labels: pd.Series, stated: pd.Series) -> pd.Series:
        """Return the spelling of each label that its `stated` wording holds, the longest one, case folded, or ""."""
        varied = {name: forms for name, forms in self._forms.items() if set(forms) - {name}}
        if not varied:
            return pd.Series("", index=labels.index, dtype="str")
        worded = (labels.isin(list(varied)) & (stated != "")).to_numpy()
        asked = pd.DataFrame({"label": labels[worded], "stated": stated[worded]})
        held: dict[tuple[str, str], str] = {}
        for label, pairs in asked.drop_duplicates().groupby("label"):
            forms = {form.casefold() for form in (str(label), *varied[str(label)])}
            longest = max(map(len, forms))
            for text in pairs["stated"]:
                held[str(label), text] = _longest_within(text.casefold(), forms, longest)
        found = np.full(len(labels), "", dtype=object)
        found[worded] = [held[pair] for pair in zip(asked["label"], asked["stated"], strict=True)]
        return pd.Series(found, index=labels.index, dtype="str")

    def containing(self, labels: Iterable[str]) -> dict[str, str]:
        """Return, by label, the nearest other of them that it is a part of, however many steps up."""
        every, found = set(labels), {}
        for label in every:
            whole = self._whole.get(label)
            while whole and whole not in every:
                whole = self._whole.get(whole)
            if whole:
                found[label] = whole
        return found

    def kind(self, labels: Iterable[str]) -> Kind:
        """Return how these labels, and all of the table, are read and written as intervals.

        A label is the interval from its own number to that of the last of its parts; labels are numbered by the
        alphabet, parts directly after their whole. An interval is written as the label that it begins with.
        """
        parts: dict[str, list[str]] = {}
        for name, whole in self._whole.items():
            parts.setdefault(whole, []).append(name)
        below = {root: self._in_pre_order(root, parts) for root in parts if root not in self._whole}
        roots = np.array(sorted({*labels, *self._forms, *parts} - set(self._whole)), dtype=object)
        sizes = np.array([len(below[root]) if root in below else 1 for root in roots], dtype="int64")
        first = np.cumsum(sizes) - sizes
        low = dict(zip(roots, first.tolist(), strict=True))
        high = dict(zip(roots, (first + sizes - 1).tolist(), strict=True))
        for root, members in below.items():
            for name, (place, last) in members.items():
                low[name], high[name] = low[root] + place, low[root] + last
        ends = pd.DataFrame({"low": low, "high": high}, dtype="float64")
        label_of = pd.Series(ends.index, index=ends["low"]).astype("str")

        def parse(values: pd.Series) -> pd.DataFrame:
            return ends.reindex(values).set_axis(values.index)

        def write(low: pd.Series, high: pd.Series) -> pd.Series:  # noqa: ARG001  a name's end follows from its beginning
            return label_of.reindex(low).set_axis(low.index)

        return Kind("name", NAME_FORMS, parse, write)

    @staticmethod
    def _in_pre_order(root: str, parts: dict[str, list[str]]) -> dict[str, tuple[int, int]]:
        """Return the number of each name below and with a root, and the number of the last of its parts."""
        numbers: dict[str, tuple[int, int]] = {}
        stack: list[tuple[str, int | None]] = [(root, None)]
        count = 0
        while stack:
            name, first = stack.pop()
            if first is not None:
                numbers[name] = (first, count - 1)
                continue
            stack.append((name, count))
            stack += [(part, None) for part in sorted(parts.get(name, []), reverse=True)]
            count += 1
        return numbers


def _longest_within(text: str, forms: set[str], most: int) -> str:
    """Return the longest of some forms, of `most` letters, that stands in a text as whole words, or ""."""
    ends = [match.end() for match in re.finditer(r"\S(?!\w)", text)]
    found = ""
    for start in (match.start() for match in re.finditer(r"(?<!\w)\S", text)):
        for end in islice(ends, bisect_right(ends, start + len(found)), bisect_right(ends, start + most)):
            if text[start:end] in forms:
                found = text[start:end]
    return found


class NumberedNames:
    """The intervals of all names of a table set; `of_table` has those of its `names` table: name, low, high."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.of_table = pd.DataFrame({"name": [], "low": [], "high": []})

    def number(self, labels: pd.Series) -> pd.DataFrame:
        """Return `low` and `high` of each label, and keep those of the names table."""
        kind = self._names.kind(labels.unique())
        named = self._names.frame["name"].reset_index(drop=True)
        self.of_table = kind.parse(named).assign(name=named)
        return kind.parse(labels)
