"""Charts as they are sent: a third as long as Altair writes them."""

import json
from typing import Any

import pandas as pd


def compact(chart: Any) -> dict[str, Any]:
    """Return a chart as it is sent, a third as long as Altair writes it: a page must not weigh on a slow line.

    The first layer alone describes an axis or scale that layers share, and the data stand once, as CSV.
    """
    spec: dict[str, Any] = chart.to_dict()
    frames, shared = spec.pop("datasets"), spec.pop("data", {})
    told: set[str] = set()
    layers: list[dict[str, Any]] = []
    for layer in spec["layer"]:
        for channel, encoding in layer.get("encoding", {}).items():
            if channel in ("x", "y", "color", "stroke") and "field" in encoding:
                same = json.dumps([channel, encoding.get("scale"), encoding.get("axis")])
                if same in told:
                    layer["encoding"][channel] = {key: encoding[key] for key in ("field", "type")}
                told.add(same)
        name = layer.pop("data", shared)["name"]
        if layers and layers[-1]["name"] == name:
            layers[-1]["layer"].append(layer)
        else:
            layers.append({"name": name, **_as_csv(frames[name]), "layer": [layer]})
    spec["layer"] = [{key: value for key, value in group.items() if key != "name"} for group in layers]
    return spec


def _as_csv(records: list[dict[str, Any]]) -> dict[str, Any]:
    """Return rows as data that Vega reads, every number named as one, and each long name of many rows once."""
    frame = pd.DataFrame(records)
    more: dict[str, Any] = {}
    if "name" in frame and len(frame) > 2 * frame["name"].nunique():
        places, names = pd.factorize(frame["name"])
        frame = frame.drop(columns="name").assign(n=places)
        words = json.dumps(list(names), ensure_ascii=False)
        more["transform"] = [{"calculate": f"{words}[datum.n]", "as": "name"}]
    for name in frame.select_dtypes("bool"):
        frame[name] = frame[name].astype(int)
    numbers = {str(name): "number" for name in frame.select_dtypes("number")}
    values = frame.to_csv(index=False, float_format="%.8g", lineterminator="\n")
    return {"data": {"values": values, "format": {"type": "csv", "parse": numbers}}, **more}
