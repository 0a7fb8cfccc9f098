"""What people expect of a repository: its files can be read, name each other, and print commands that exist."""

import json
import re
import subprocess
import sys
import tomllib
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from importlib import metadata
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from data.__main__ import main

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")
YAML = [Path("CITATION.cff"), *sorted(path.relative_to(ROOT) for path in ROOT.glob(".github/**/*.yml"))]
FORMS = [path for path in YAML if path.parent.name == "ISSUE_TEMPLATE" and path.stem != "config"]


def text_of(name: str | Path) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def read(path: Path) -> dict[Any, Any]:
    content = yaml.safe_load(text_of(path))
    assert isinstance(content, dict)
    return content


def anchors(page: str) -> set[str]:
    """Return the anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.*)$", text_of(page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def commands() -> list[tuple[str, str]]:
    """Return each command that the pages print, in a block or in a line, with the page."""
    found = []
    for page in PAGES:
        blocks = re.findall(r"^```(?:sh|bat)\n(.*?)^```", text_of(page), re.MULTILINE | re.DOTALL)
        lines = [line.partition("#")[0] for block in blocks for line in block.splitlines()]
        lines += re.findall(r"`([^`\n]+)`", text_of(page))
        found += [(page, line.strip()) for line in lines if re.match(r"(make|\S*python3?|py) ", line.strip())]
    return found


COMMANDS = commands()


@pytest.mark.parametrize("path", YAML, ids=str)
def test_yaml_is_read(path: Path) -> None:
    assert read(path)


def test_the_workflow_runs_what_everyone_runs_on_each_python_that_the_readme_names() -> None:
    workflow = read(Path(".github/workflows/ci.yml"))
    assert set(workflow[True]) == {"push", "pull_request"}  # `on` is a truth value to YAML 1.1
    (job,) = workflow["jobs"].values()
    assert [step["run"] for step in job["steps"] if "run" in step] == [".ci/run"]
    (version,) = (step["with"]["python-version"] for step in job["steps"] if "python-version" in step.get("with", {}))
    assert version == "${{ matrix.python }}"
    tried = job["strategy"]["matrix"]["python"]
    assert f"Python {', '.join(tried[:-1])} or {tried[-1]}" in text_of("README.md")
    assert tried[0] == tomllib.loads(text_of("pyproject.toml"))["tool"]["mypy"]["python_version"]


@pytest.mark.parametrize("path", FORMS, ids=str)
def test_a_form_asks_each_thing_once(path: Path) -> None:
    form = read(path)
    assert {"name", "description", "body"} <= set(form)
    asked = [field["id"] for field in form["body"] if field["type"] != "markdown"]
    assert asked
    assert len(asked) == len(set(asked))


def test_the_citation_agrees_with_the_changelog_and_the_licence() -> None:
    citation = read(Path("CITATION.cff"))
    assert {"cff-version", "message", "title", "authors", "version", "date-released", "license"} <= set(citation)
    newest = re.search(r"^## (\d+\.\d+\.\d+) - (\d{4}-\d{2}-\d{2})$", text_of("CHANGELOG.md"), re.MULTILINE)
    assert newest
    assert (str(citation["version"]), str(citation["date-released"])) == newest.groups()
    licence = text_of("LICENSE")
    assert licence.startswith(f"{citation['license']} License")
    holder = re.search(r"Copyright \(c\) \d{4} (.*)", licence)
    assert holder
    assert [author["name"] for author in citation["authors"]] == [holder[1]]


def test_the_container_sets_up_and_runs_the_dashboard() -> None:
    container = json.loads(text_of(".devcontainer/devcontainer.json"))
    target = container["postCreateCommand"].removeprefix("make ")
    assert target in targets()
    (run,) = container["postAttachCommand"].values()
    assert f"streamlit run {entry()}" in run
    (port,) = container["forwardPorts"]
    assert f"--server.port {port}" in run
    assert str(port) in container["portsAttributes"]


def entry() -> str:
    """Return the file that Streamlit is to run, as the Makefile names it."""
    named = re.search(r"streamlit run (\S+)", text_of("Makefile"))
    assert named
    assert (ROOT / named[1]).is_file()
    return named[1]


def test_the_badge_deploys_the_dashboard() -> None:
    assert f"https://share.streamlit.io/deploy?mainModule={entry()})" in text_of("README.md")


@pytest.mark.parametrize("page", PAGES)
def test_links_between_files_lead_somewhere(page: str) -> None:
    links = re.findall(r"\]\(([^)]+)\)", text_of(page))
    assert links
    for link in links:
        path, _hash, anchor = link.partition("#")
        if not link.startswith("https://"):
            assert (ROOT / path).exists(), link
            assert not anchor or anchor in anchors(path or page), link


@pytest.mark.parametrize("page", PAGES)
def test_files_that_are_named_are_there(page: str) -> None:
    named = re.findall(r"`((?:\w+/)*\w+\.(?:py|sql|txt|toml)|(?:components|data|pages|tests)/[\w/.-]*)`", text_of(page))
    wanted = [name for name in named if "/fr/" not in name]
    assert not [name for name in wanted if not (ROOT / name).exists()]


def targets() -> set[str]:
    return set(re.findall(r"^([\w./-]+):", text_of("Makefile"), re.MULTILINE))


@cache
def help_of(command: str) -> tuple[object, str]:
    """Return the exit status of `python -m data` when it is asked of one of its commands, and what it says."""
    with redirect_stdout(StringIO()) as out, redirect_stderr(out), pytest.raises(SystemExit) as left:
        main([command, "--help"])
    return left.value.code, out.getvalue()


@cache
def help_of_module(module: str) -> tuple[object, str]:
    """Return the same of a module of the tests."""
    done = subprocess.run(
        [sys.executable, "-m", module, "--help"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(("page", "line"), COMMANDS, ids=str)
def test_each_command_exists(page: str, line: str) -> None:
    program, *words = line.replace("\\", "/").split()
    if program == "make":
        goals = [word for word in words if "=" not in word]
        assert set(goals) <= targets(), f"{page}: {line}"
        return
    assert words[0] == "-m", f"{page}: {line}"
    module, *rest = words[1:]
    if module == "data" or module.startswith("tests."):
        status, told = help_of(rest[0]) if module == "data" else help_of_module(module)
        assert status == 0, f"{page}: {line}: {told}"
        options = [word for word in rest if word.startswith("--")]
        assert not [option for option in options if option not in told], f"{page}: {line}"
    else:
        assert module in ("venv", "pip", "streamlit", "pytest"), f"{page}: {line}"
        files = [word for word in rest if re.search(r"\.(py|txt)$|^tests/", word)]
        assert not [name for name in files if not (ROOT / name).exists()], f"{page}: {line}"


def test_commands_are_printed_at_all() -> None:
    lines = {line for _page, line in COMMANDS}
    assert {"make run", "make test", ".venv/bin/python -m data check"} <= lines


def test_the_makefile_explains_each_target_that_the_pages_name() -> None:
    explained = set(re.findall(r"^# make ([\w-]+)", text_of("Makefile"), re.MULTILINE))
    named = {
        word for _page, line in COMMANDS if line.startswith("make ") for word in line.split()[1:] if "=" not in word
    }
    assert named - {"picture"} <= explained


def pinned(name: str) -> dict[str, Requirement]:
    """The packages that a file of requirements or constraints names."""
    lines = [line.partition("#")[0].strip() for line in text_of(name).splitlines()]
    found = [Requirement(line) for line in lines if line and not line.startswith("-")]
    assert found
    return {canonicalize_name(each.name): each for each in found}


def test_the_constraints_hold_the_version_of_every_package_that_is_installed() -> None:
    versions = {name: str(each.specifier) for name, each in pinned("constraints.txt").items()}
    asked = [*pinned("requirements.txt").values(), *pinned("requirements-dev.txt").values()]
    seen: set[tuple[str, str]] = set()
    while asked:
        each = asked.pop()
        name = canonicalize_name(each.name)
        assert versions.get(name) == f"=={metadata.version(name)}", name
        for extra in {"", *each.extras}:
            if (name, extra) not in seen:
                seen.add((name, extra))
                needs = map(Requirement, metadata.requires(name) or [])
                asked += [need for need in needs if not need.marker or need.marker.evaluate({"extra": extra})]
    assert {name for name, _extra in seen} == set(versions)


def test_every_set_up_uses_the_constraints() -> None:
    assert "-c constraints.txt" in text_of("requirements.txt").splitlines()
    for name in ("requirements-dev.txt", "requirements-spark.txt"):
        assert "-r requirements.txt" in text_of(name).splitlines()


def test_the_dashboard_is_run_for_this_machine_alone() -> None:
    for name in ("Makefile", "README.md"):
        runs = re.findall(r"streamlit run dashboard\.py.*", text_of(name))
        assert runs
        assert all("--server.address localhost" in run for run in runs), name


def test_both_proxies_set_the_same_policy_and_it_names_no_other_server() -> None:
    policies = re.findall(r'Content-Security-Policy "([^"]+)"', text_of("SECURITY.md"))
    assert len(policies) == 2
    assert len(set(policies)) == 1
    assert "http" not in policies[0]
