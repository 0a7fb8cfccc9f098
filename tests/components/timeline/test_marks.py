"""In which lane each mark stands."""

import data
from components.timeline.marks import event_marks


def test_lanes_are_topics_or_sources(view: data.View) -> None:
    assert event_marks(view).set_index("event")["lane"].loc[["coup", "talks"]].tolist() == ["Politics", "Energy"]
    assert set(event_marks(view, by_source=True)["lane"]) == {"a", "b", "c"}
