"""Days, months, seasons, years, decades and centuries that a text names, and steps from one to another."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Point:
    """A day, month, season (21 to 24), year, decade or century; `years` are how many years it has."""

    year: int
    month: int = 0
    day: int = 0
    years: int = 1

    @property
    def written(self) -> str:
        """The point in EDTF."""
        size = len(str(self.years)) - 1
        year = f"{abs(self.year):04}"[: 4 - size] + "X" * size
        parts = [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(["-" * (self.year < 0) + year, *parts])

    @property
    def first_month(self) -> int:
        """The number of its first month in its year."""
        return 3 * (self.month - 20) if self.month > 12 else max(self.month, 1)


def existing(point: Point) -> Point:
    """Return a point; raise ValueError where it has a day that its month has not."""
    if point.day:
        date(point.year if point.year > 0 else 4, point.month, point.day)
    return point


def moved_day(start: Point, step: int) -> Point:
    """Return the day so many days after another."""
    return day_of(date(start.year, start.month, start.day) + timedelta(step))


def week_of(start: Point, step: int, first: int = 0) -> tuple[Point, Point]:
    """Return the first day, Monday (0) or a later one, and the Sunday of the week so many weeks after that of a day."""
    today = date(start.year, start.month, start.day)
    monday = today - timedelta(today.weekday()) + timedelta(7 * step)
    return day_of(monday + timedelta(first)), day_of(monday + timedelta(6))


def day_of(day: date) -> Point:
    """Return a day as a point."""
    return Point(day.year, day.month, day.day)


def months_on(start: Point, step: int) -> Point:
    """Return the month so many months after another."""
    years, month = divmod(start.month - 1 + step, 12)
    return Point(start.year + years, month + 1)


def nearest_year(start: Point, partial: Point, step: int, strictly: bool) -> int:
    """Return the year in which a day, month or season lies next to a date: before it (`step` -1) or after it."""
    there, here = (partial.first_month, partial.day), (start.first_month, start.day if partial.day else 0)
    differs = (there > here) - (there < here)
    if differs == step or (differs == 0 and not strictly):
        return start.year
    return start.year + step


def century(number: int, before_christ: bool) -> Point:
    """Return a century by its number."""
    return Point((1 - number if before_christ else number - 1) * 100, years=100)


def roman(text: str) -> int:
    """Return a Roman number; raise ValueError where it is none up to 39."""
    tens = len(text) - len(text.lstrip("X"))
    ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    return 10 * tens + ones.index(text[tens:])


_THIRDS = {3: (1, 2), 10: (4, 7), 12: (4, 8), 100: (33, 67)}
"""Where the early and the middle part of so many months or years end; in a month, after 10 and 20 days."""


def narrowed(point: Point, part: str) -> str:
    """Return the early, mid or late part of a month, season, year, decade or century, or a half or quarter of it.

    Raises ValueError where it has no such part, such as a season a quarter.
    """
    if point.day:
        return point.written
    slots = _slots(point)
    count = len(slots)
    first, second = _THIRDS.get(count, (10, 20))
    if part.startswith("quarter"):
        quarter = int(part[-1])
        start, end = (quarter - 1) * count // 4, quarter * count // 4
    else:
        start, end = {
            "early": (0, first), "mid": (first, second), "late": (second, count), "first_half": (0, count // 2),
            "second_half": (count // 2, count),
        }[part]  # fmt: skip
    chosen = slots[start:end]
    if not chosen:
        raise ValueError(part)
    return chosen[0].written if len(chosen) == 1 else f"{chosen[0].written}/{chosen[-1].written}"


def _slots(point: Point) -> list[Point]:
    """Return the days of a month, the months of a season or year, the years of a decade or century."""
    if point.years > 1:
        return [Point(point.year + n) for n in range(point.years)]
    if not point.month:
        return [Point(point.year, month) for month in range(1, 13)]
    if point.month > 12:
        return [months_on(Point(point.year, point.first_month), n) for n in range(3)]
    days = monthrange(max(point.year, 1), point.month)[1]
    return [Point(point.year, point.month, day) for day in range(1, days + 1)]
