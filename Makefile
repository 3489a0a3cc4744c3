# Everything a person does with the project, from a fresh clone. Needs Python 3.11 or newer and make.

PYTHON ?= $(firstword $(foreach p,python3 python3.13 python3.12 python3.11,$(if $(shell $(p) -c 'import sys; print(sys.version_info >= (3, 11) or "")' 2>/dev/null),$(p))))
VENV ?= .venv
DATA ?= data/kansas-city-records-search
READERS ?= published
BIN := $(VENV)/bin
APP_STAMP := $(VENV)/installed-app
TEST_STAMP := $(VENV)/installed-tests

.PHONY: check app reader test test-tools lint format docs bench lock clean help

check: lint test  ## what a change must pass: format, lint, types, tests (the default)

app: $(APP_STAMP)  ## start the app on the founding case; DATA=folder for another
	@echo "Timeline: http://localhost:$${PORT:-8501}  (stop with Ctrl-C)"
	$(BIN)/python -m streamlit run app.py --server.port $${PORT:-8501} -- $(DATA)

reader: $(APP_STAMP)  ## serve published folders to readers, and nothing else; READERS=folder
	@echo "For readers: http://localhost:$${PORT:-8502}  (stop with Ctrl-C)"
	$(BIN)/python -m streamlit run reader.py --server.port $${PORT:-8502} -- $(READERS)

test: $(TEST_STAMP) test-tools  ## install what the tests need, a browser included, and run them all
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

test-tools: $(TEST_STAMP)
	@$(BIN)/python -m tests.outside

lint: $(TEST_STAMP)  ## format check, ruff, mypy strict
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(TEST_STAMP)  ## put the code into its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(TEST_STAMP)  ## write the generated pages of docs/ again
	$(BIN)/python -m docs.generate

bench: $(TEST_STAMP)  ## measure: one table of loading, checking, drawing, dates, network
	$(BIN)/python -m benchmarks

lock: $(TEST_STAMP)  ## pin the requirements again, for Python 3.11 to 3.13
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate requirements.txt -o requirements.lock
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate -c requirements.lock requirements-dev.txt -o requirements-dev.lock

clean:  ## remove what the commands above made
	rm -rf $(VENV) .build build dist *.egg-info

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; set PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

# uv, where it is on the PATH, installs the same pinned files in seconds.
$(APP_STAMP): requirements.lock | $(VENV)/bin/python
	@if command -v uv >/dev/null 2>&1; then \
	  uv pip install --compile-bytecode --python $(BIN)/python --require-hashes -r requirements.lock; \
	else \
	  $(BIN)/python -m pip install --disable-pip-version-check --require-hashes -r requirements.lock; \
	fi
	@touch $@

$(TEST_STAMP): requirements-dev.lock | $(VENV)/bin/python
	@if command -v uv >/dev/null 2>&1; then \
	  uv pip install --compile-bytecode --python $(BIN)/python --require-hashes -r requirements-dev.lock; \
	else \
	  $(BIN)/python -m pip install --disable-pip-version-check --require-hashes -r requirements-dev.lock; \
	fi
	@touch $@ $(APP_STAMP)
