# Two commands are enough on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMPS := .stamps
SUDO_APT = apt-get install -y -qq --no-install-recommends

.PHONY: demo test test-long bench lint docs lock clean

demo: $(STAMPS)/runtime
	$(BIN)/fotavtrykk demo demo

test: $(STAMPS)/dev $(STAMPS)/browser
	$(BIN)/python -m pytest -n 2

test-long: $(STAMPS)/dev $(STAMPS)/browser
	$(BIN)/python -m pytest -m long

bench: $(STAMPS)/dev
	$(BIN)/python benchmarks/crawl.py

lint: $(STAMPS)/dev
	$(BIN)/ruff check src tests benchmarks docs
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(STAMPS)/dev
	$(BIN)/python docs/generate.py

lock: $(STAMPS)/dev
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile -q --generate-hashes --no-emit-index-url --no-annotate --no-header --python-version 3.11 pyproject.toml --extra build -o requirements.lock
	$(BIN)/uv pip compile -q --generate-hashes --no-emit-index-url --no-annotate --no-header --python-version 3.11 pyproject.toml --extra build --extra dev -o requirements-dev.lock

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "fotavtrykk needs Python 3.11 or newer: make PYTHON=python3.11 ..."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { [ "$$(id -u)" = 0 ] && apt-get update -qq && $(SUDO_APT) python3-venv; } || { echo "Install Debian's package python3-venv first."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(STAMPS)/runtime: $(VENV)/bin/python requirements.lock pyproject.toml
	@mkdir -p $(STAMPS)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(STAMPS)/dev: $(VENV)/bin/python requirements-dev.lock pyproject.toml
	@mkdir -p $(STAMPS)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@ $(STAMPS)/runtime

# The browser tests drive Debian's Chromium; without root they are skipped with a word (with CI=true they fail).
$(STAMPS)/browser:
	@mkdir -p $(STAMPS)
	@if command -v chromium >/dev/null && fc-list 2>/dev/null | grep -q .; then :; \
	elif [ "$$(id -u)" = 0 ]; then apt-get update -qq && $(SUDO_APT) chromium fontconfig fonts-dejavu-core fonts-noto-core; \
	else echo "Chromium is missing; the browser tests will be skipped. Install Debian's packages chromium and fonts-noto-core."; fi
	@touch $@

clean:
	rm -rf $(VENV) $(STAMPS) demo build dist src/*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
