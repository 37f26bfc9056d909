# Two commands are enough on a fresh machine: `make demo` and `make test`.
# Stamps in .stamps/ remember what is set up, so that a second call starts at once.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMPS := .stamps
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
APT := DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0
COMPILE := uv pip compile --quiet --universal --fork-strategy fewest --generate-hashes --no-emit-index-url \
	--no-annotate --no-header --python-version 3.11 pyproject.toml
JAVA := default-jre-headless
FONTS := fontconfig fonts-dejavu-core fonts-noto-core

.PHONY: demo install semantic test test-long bench response attribution calibrate calibration lint docs picture lock ready clean

demo: install
	$(BIN)/fotavtrykk demo demo

install: $(STAMPS)/runtime

semantic: $(STAMPS)/semantic

test: ready
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

test-long: ready $(STAMPS)/spark
	$(BIN)/python -m pytest -m long

bench: $(STAMPS)/dev $(STAMPS)/bench
	$(BIN)/python benchmarks/crawl.py

response: $(STAMPS)/runtime $(STAMPS)/response
	$(BIN)/python benchmarks/response.py

attribution: $(STAMPS)/runtime
	$(BIN)/python benchmarks/attribution.py

# Goes on where it stopped; an hour a slice. Then the page is written from what there is.
calibrate: $(STAMPS)/runtime
	$(BIN)/python benchmarks/calibrate.py

calibration: $(STAMPS)/runtime
	$(BIN)/python benchmarks/calibrate.py --page

lint: $(STAMPS)/dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(STAMPS)/dev
	$(BIN)/python docs/generate.py
	$(BIN)/python docs/notebook.py

picture: $(STAMPS)/dev $(STAMPS)/browser
	$(BIN)/python docs/picture.py demo/project

# Newest versions that pyproject.toml allows; pinned by hash for every platform.
lock: $(STAMPS)/dev
	command -v uv >/dev/null || $(PIP) uv
	PATH="$$PATH:$(CURDIR)/$(BIN)" && $(COMPILE) --upgrade --extra build -o requirements.lock \
	&& $(COMPILE) --upgrade --extra build --extra models -c requirements.lock -o requirements-models.lock \
	&& $(COMPILE) --upgrade --extra build --extra semantic -c requirements.lock -o requirements-semantic.lock \
	&& $(COMPILE) --upgrade --extra build --extra models --extra semantic --extra dev -c requirements-models.lock -c requirements-semantic.lock \
		-o requirements-dev.lock \
	&& $(COMPILE) --upgrade --extra build --extra spark -c requirements.lock -o requirements-spark.lock

# All that the tests need.
ready: $(STAMPS)/dev $(STAMPS)/browser

$(VENV)/pyvenv.cfg:
	@command -v $(PYTHON) >/dev/null \
	|| { echo "There is no $(PYTHON). Install Python 3.11 or newer, or name yours: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	|| { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Name another: make PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && $(APT) update && $(APT) install -y python3-venv >/dev/null; } \
	|| { echo "$(PYTHON) cannot make virtual environments. Install them (Debian: apt-get install python3-venv) and try again."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

# With the sampler that reads effects out of a firm's months; requirements.lock alone is the program without it.
$(STAMPS)/runtime: $(VENV)/pyvenv.cfg requirements-models.lock pyproject.toml
	@mkdir -p $(STAMPS)
	@echo "Installing what the program needs …"
	@$(PIP) --require-hashes -r requirements-models.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

# requirements-paths.lock is the package mta, for the real journeys that lie in it and nothing else: without what it needs to be imported.
$(STAMPS)/dev: $(VENV)/pyvenv.cfg requirements-dev.lock requirements-paths.lock pyproject.toml
	@mkdir -p $(STAMPS)
	@echo "Installing what the program and its tests need …"
	@$(PIP) --require-hashes -r requirements-dev.lock
	@$(PIP) --require-hashes --no-deps -r requirements-paths.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $(STAMPS)/runtime $(STAMPS)/semantic $@

# Small language model of the extra: with it meaning speaks beside words.
$(STAMPS)/semantic: $(STAMPS)/runtime requirements-semantic.lock
	@echo "Installing the language model …"
	@$(PIP) --require-hashes -r requirements-semantic.lock
	@touch $@

# Spark is for the long tests alone. Without Java those that need it are skipped with a word, or fail where CI=true.
$(STAMPS)/spark: $(STAMPS)/dev requirements-spark.lock
	@mkdir -p $(STAMPS)
	@echo "Installing Spark for the long tests …"
	@$(PIP) --require-hashes -r requirements-spark.lock
	@if ! command -v java >/dev/null && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing Debian's Java for Spark …"; \
		$(APT) update && $(APT) install -y --no-install-recommends $(JAVA) >/dev/null || true; \
	fi; \
	if command -v java >/dev/null; then touch $@; \
	else echo "There is no Java. The tests on Spark need version 17 or newer: apt-get install $(JAVA)"; fi

# The peer of the benchmark has an environment of its own; nginx is Debian's.
$(STAMPS)/bench: requirements-bench.lock
	@mkdir -p $(STAMPS)
	@$(PYTHON) -m venv .venv-bench && .venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || { [ "$$(id -u)" = 0 ] && $(APT) update && $(APT) install -y nginx-light >/dev/null; } \
	|| { echo "The benchmark needs nginx: apt-get install nginx-light"; exit 1; }
	@touch $@

# So has the peer of the response benchmark: pymc-marketing and numpyro, 1.2 GB. Its lock is made from those two names with the options of COMPILE
# that are not about platforms; make lock leaves it as it is, so that figures can be compared.
$(STAMPS)/response: requirements-response.lock
	@mkdir -p $(STAMPS)
	@echo "Installing pymc-marketing for the benchmark …"
	@$(PYTHON) -m venv .venv-response
	@.venv-response/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

# Without Chromium the browser tests are skipped with a word, or fail where CI=true.
$(STAMPS)/browser:
	@mkdir -p $(STAMPS)
	@has() { command -v chromium >/dev/null && fc-list 2>/dev/null | grep -qi noto; }; \
	if ! has && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing Debian's Chromium and fonts for the browser tests …"; \
		$(APT) update && $(APT) install -y --no-install-recommends chromium $(FONTS) >/dev/null || true; \
	fi; \
	if has; then touch $@; \
	else echo "Chromium or its fonts are missing. Browser tests need: apt-get install chromium $(FONTS)"; fi

clean:
	rm -rf $(VENV) $(VENV)-bench $(VENV)-response $(STAMPS) demo calibration build dist src/*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests docs benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
