"""Charts are made once for each key, and only so many are held."""

from typing import Any

from components.charts import cache


def test_a_picture_is_drawn_once_for_each_key() -> None:
    drawings: list[str] = []

    class Chart:
        def to_dict(self, **_options: bool) -> dict[str, Any]:
            drawings.append("drawn")
            return {"mark": "point"}

    for key in ("one", "one", "two"):
        assert cache.chart(("test", key), Chart) == {"mark": "point"}
    assert len(drawings) == 2


def test_only_so_many_pictures_are_kept() -> None:
    class Chart:
        def to_dict(self, **_options: bool) -> dict[str, Any]:
            return {}

    for number in range(cache.MOST_KEPT + 5):
        cache.chart(("many", number), Chart)
    assert len(cache._entries) == cache.MOST_KEPT
