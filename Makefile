# make run: install and open the app. make test: install and run everything that is checked.
PY ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN_STAMP := $(VENV)/.run
DEV_STAMP := $(VENV)/.dev
SPREAD := -n auto --dist loadfile  # a process a core; the tests of a file share what they build

.PHONY: help install run test lint types unit app-tests browser-tests browser screenshots app-times golden readme format clean fuzz large

help:  ## show what make can do
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

$(RUN_STAMP): requirements.txt
	$(PY) -c 'import sys; sys.exit("Parallax needs Python 3.11 or newer") if sys.version_info < (3, 11) else None'
	test -x $(BIN)/python || $(PY) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/python -m compileall -q app.py components pages  # as pip does for what it installs: the first start is no slower
	touch $@

$(DEV_STAMP): $(RUN_STAMP) requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

install: $(RUN_STAMP)  ## make the virtual environment with the exact versions of requirements.txt

run: install  ## open the app on the default story
	$(BIN)/python -m streamlit run app.py

browser: $(DEV_STAMP)  ## find a Chromium, or get one
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	 { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
	   { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; }; } || \
	 $(BIN)/python -m playwright install chromium

lint: $(DEV_STAMP)  ## style, imports and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	PYTHONPATH=. $(BIN)/lint-imports

types: $(DEV_STAMP)  ## static types
	$(BIN)/mypy

unit: $(DEV_STAMP)  ## tests without a browser
	$(BIN)/python -m pytest tests --ignore=tests/browser $(SPREAD)

browser-tests: browser  ## tests in a real Chromium
	REQUIRE_BROWSER=1 $(BIN)/python -m pytest tests/browser

test: lint types unit browser-tests  ## everything

screenshots: browser  ## every page, light, dark and phone, into screenshots/
	$(BIN)/python tests/browser/screenshots.py

app-times: browser  ## how long the app takes in a browser, as ratios to an empty one, also with 1,000 articles, and whether its memory grows
	$(BIN)/python tests/browser/app_times.py --articles 1000 --memory

large: $(DEV_STAMP)  ## compare 500 and 5,000 generated articles: time an article and peak memory (minutes; SIZES="500 50000" for more)
	$(BIN)/python tests/large_story.py $(SIZES)

fuzz: $(DEV_STAMP)  ## feed the readers damaged files for a long while
	PARALLAX_FUZZ=5000 $(BIN)/python -m pytest tests/ingest/test_fuzz.py

golden: $(DEV_STAMP)  ## write the golden files again after a deliberate change of a formula
	$(BIN)/python -m pytest tests/golden --update-golden

readme: $(DEV_STAMP)  ## write the generated part of README again
	$(BIN)/python -m pytest tests/test_readme.py --update-golden

format: $(DEV_STAMP)  ## format the code
	$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

clean:  ## remove the virtual environment and caches
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
