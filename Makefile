# make run    the dashboard, in your browser; only this machine can reach it (see SECURITY.md)
# make test   every check and every test, real browser included
# make test-without-browser  the quick part of them
# make test-spark  that Spark compares as DuckDB does: fetches Spark (490 MB), and needs Java 17 or newer
# make check  lint, format and types alone
# make audit  whether a version that is used has a known weakness: asks pypi.org
# make bench  how long reading, comparing and opening take, on a slow line too, as one report: bench.md
# make fuzz   random hostile table sets through every page (SETS=1000 for more of them, FIRST=100 for others)
# make soak   what many readers at once and one after another do to the server, and what a kill does
# make format puts the format right
# make messages collects what readers see for translators (LANGUAGE=fr begins a language)
# make templates writes what charts look like, for servers to read
# make references takes anew the pictures that every page is held against
#
# Each sets up what it needs first: only Python 3.11+ is asked for. Without make, see README.md.

.DELETE_ON_ERROR:
.PHONY: run test test-without-browser test-spark check audit bench fuzz soak format messages templates picture references browser clean

# `python -m tool` and never .venv/bin/tool: those hold the folder's name and break when it moves.
PY := .venv/bin/python

run: .venv/.run
	$(PY) -m streamlit run dashboard.py --server.address localhost --server.fileWatcherType auto

# Types take one core and an installation the network, so tests run beside them; the browser comes last, by itself.
test: .venv/.dev
	$(MAKE) -j 3 check test-without-browser browser
	$(PY) -m pytest -n 2 --dist worksteal tests/browser

test-without-browser: .venv/.dev
	$(PY) -m pytest -n 2 --dist worksteal --ignore tests/browser

test-spark: .venv/.spark
	@$(PY) -c 'import sys; from data.spark import missing; sys.exit(missing())'
	$(PY) -m pytest tests/data/test_spark.py

check: .venv/.dev
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy

audit: .venv/.audit
	@.venv/audit/bin/python -m pip_audit --strict --progress-spinner off --disable-pip --no-deps -r constraints.txt || \
	    { echo "A version has a known weakness, or pypi.org could not be asked of all: the line above says which" >&2; exit 1; }

bench: browser  # on a quiet machine: it compares times
	$(PY) -m tests.benchmarks

fuzz: .venv/.dev
	$(PY) -m tests.fuzz --sets $(or $(SETS),100) --first $(or $(FIRST),0)

soak: browser  # on a quiet machine; some quarter of an hour
	$(PY) -m tests.benchmarks.soak

format: .venv/.dev
	$(PY) -m ruff check --fix
	$(PY) -m ruff format

messages: .venv/.run
	$(PY) -m components.words.messages $(LANGUAGE)

templates: .venv/.run
	$(PY) -m components.charts.write_templates

picture: browser  # the one in README.md
	$(PY) -m tests.browser.picture

references: browser  # the pictures that every page is held against
	$(PY) -m tests.browser.references

browser: .venv/.dev  # finds a Chromium, or installs one, or says how to
	@$(PY) -m tests.browser.chromium

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis test-results

# The stamps are the last thing a set-up writes, so that one that was cut short is begun again.
.venv/.made:
	@for python in $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11 python); do \
	    if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	        echo "$$python -m venv .venv"; exec $$python -m venv --clear .venv; \
	    fi; \
	done; \
	echo "Python 3.11 or newer is needed and was not found; if it is elsewhere: make PYTHON=/path/to/python3" >&2; exit 1
	@touch $@

.venv/.run: .venv/.made requirements.txt constraints.txt
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

# Holds what .run does too, so that one call of pip does for both.
.venv/.dev: .venv/.made requirements.txt requirements-dev.txt constraints.txt
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch .venv/.run $@

.venv/.spark: .venv/.dev requirements-spark.txt
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements-spark.txt
	@touch $@

# In an environment of its own, since it needs packages in versions that may not be ours.
.venv/.audit: .venv/.made
	$(PY) -m venv --clear .venv/audit
	@.venv/audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit==2.10.1 || \
	    { echo "pip-audit could not be installed, and nothing was audited: pypi.org must be reached for both" >&2; exit 1; }
	@touch $@
