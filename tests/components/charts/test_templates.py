"""What charts look like is read from files, which say what Altair makes; a language without one has it made."""

import subprocess
import sys
from collections.abc import Mapping
from contextvars import copy_context
from pathlib import Path
from typing import Any

import altair as alt
import pytest
from jsonschema import ValidationError

from components.charts import layers, templates, write_templates
from components.words import i18n

DRAWN = """
import sys
from streamlit.testing.v1 import AppTest
app = AppTest.from_file("dashboard.py", default_timeout=60).run()
for page in sys.argv[1:]:
    app.switch_page(f"pages/{page}.py").run()
    assert not app.exception and app.get("vega_lite_chart"), page
sys.exit("altair" in sys.modules)
"""


def validate(template: Mapping[str, Any]) -> None:
    """Fail with jsonschema's error where a template is no valid Vega-Lite."""
    (alt.LayerChart if "layer" in template else alt.Chart).from_dict(dict(template), validate=True)


@pytest.mark.parametrize("language", i18n.LOCALES)
def test_what_is_written_is_what_altair_makes(language: str) -> None:
    path = templates.file_of(language)
    written = path.read_text(encoding="utf-8") if path.exists() else ""
    assert written == write_templates.text(language), "run `make templates`"


@pytest.mark.parametrize("name", templates.written("en"))
def test_every_template_is_valid(name: str) -> None:
    validate(templates.written("en")[name])


def test_what_is_not_valid_is_found() -> None:
    made = layers.layered([alt.Chart(alt.NamedData("rows")).mark_point()])
    with pytest.raises(ValidationError, match="font"):
        validate({**made, "config": {"font": 1}})


def test_a_server_draws_without_altair() -> None:
    pages = ("overview", "timeline", "figures", "compare")
    ran = subprocess.run([sys.executable, "-c", DRAWN, *pages], capture_output=True, text=True, check=False)
    assert not ran.returncode, ran.stderr


def test_a_language_without_a_file_has_its_templates_made_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(templates, "FOLDER", tmp_path)
    monkeypatch.setattr(templates, "MAKERS", [])
    asked: list[tuple[bool, bool]] = []

    @templates.template
    def made(log: bool, ratio: bool) -> dict[str, Any]:
        asked.append((log, ratio))
        return {"log": log}

    assert made(True, False) == {"log": True}
    assert made(True, False) is made(True, False) is not made(True, True)
    french = copy_context()
    french.run(i18n.begin, "fr")
    assert french.run(made, True, False) == {"log": True}
    assert asked == [(True, False), (True, True), (True, False)]


def test_what_is_written_is_read_and_not_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(templates, "FOLDER", tmp_path)
    monkeypatch.setattr(templates, "MAKERS", [])

    @templates.template
    def made(log: bool) -> dict[str, Any]:
        raise AssertionError(log)

    name = f"{__name__}.made(True,)"
    templates.file_of("en").write_text(f'{{"{name}": {{"mark": "bar"}}}}', encoding="utf-8")
    assert made(True) == {"mark": "bar"}
    with pytest.raises(AssertionError):
        made(False)


def test_the_command_writes_a_file_for_each_language(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(templates, "FOLDER", tmp_path / "new")
    write_templates.main()
    for language in i18n.LOCALES:
        assert set(templates.written(language)) == set(templates.written("en"))
    assert i18n.language() == "en"
