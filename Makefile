# Two commands do all the set-up, each by itself: `make demo` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
WACZ_TOOL := .venv/wacz-tool
COMPILE := uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header
OUT ?= demo-out

.PHONY: demo test lint accuracy soak lock clean

demo: $(READY)
	$(BIN)/meldroute demo --out $(OUT)

test: lint $(WACZ_TOOL)/.ready
	$(BIN)/pytest -n auto --dist loadscope

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Installs again only when the lock (or the project's own metadata) changed; hashes are checked.
$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "meldroute needs Python 3.11 or newer; set PYTHON=python3.x")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# Another program's opinion of our archives; apart, since what the tests judge by is not what users install.
$(WACZ_TOOL)/.ready: tests/crawler/wacz-tool.lock $(READY)
	test -x $(WACZ_TOOL)/bin/python || $(BIN)/python -m venv $(WACZ_TOOL)
	$(WACZ_TOOL)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	touch $@

# Precision and recall on generated webs whose truth is known; docs/accuracy.md holds the figures.
accuracy: $(READY)
	$(BIN)/python -m benchmarks.accuracy --seeds 1 2 3 4 5 6 7 8

# Kills the program 50 times at random moments: the report must be that of a quiet run.
soak: $(READY)
	$(BIN)/python -m benchmarks.kills --kills 50

# Needs uv on the PATH; the locks carry hashes and no index addresses.
lock:
	$(COMPILE) --extra pdf --extra js --group dev pyproject.toml --output-file requirements.lock
	$(COMPILE) --group pyproject.toml:wacz-tool --output-file tests/crawler/wacz-tool.lock

clean:
	rm -rf .venv demo-out .pytest_cache .mypy_cache .ruff_cache
