# make demo   the seed article becomes a graph, an answer and a page
# make test   everything CI asks: format, lint, types, import layers, tests with doctests
# make try TYPE=visit   the sentences of one event type
# make lists  the actor lists against their shapes (ontology/shapes/lists.ttl)
# make check  the same without the tests
# make env    only the environment (.venv); PYTHON=python3.12 chooses another Python
# make docs   write anew what is generated in docs/
# make lock   write constraints.txt anew
#
# uv is used when it is there, else venv and pip.

VENV := .venv
KG := $(VENV)/bin/kg
RUN := $(VENV)/bin/python -m
PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null)
NEEDS := import sys; sys.exit(sys.version_info < (3, 11))
SOURCES := pyproject.toml constraints.txt
DEMO := demo

.PHONY: demo test try lists check env format docs lock clean

ifdef UV
make-venv = test -x $(VENV)/bin/python || uv venv --quiet --python $(if $(filter file,$(origin PYTHON)),'>=3.11',$(PYTHON)) $(VENV)
install = uv pip install --quiet --python $(VENV)/bin/python -c constraints.txt -e
else
make-venv = test -x $(VENV)/bin/python || { \
	$(PYTHON) -c '$(NEEDS)' || { echo "kg needs Python 3.11 or newer: make PYTHON=/path/to/python3.12" >&2; exit 2; }; \
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "no venv: on Debian and Ubuntu, apt install python3-venv" >&2; exit 2; }; }
install = $(RUN) pip install --quiet --disable-pip-version-check -c constraints.txt -e
endif

demo: $(VENV)/.kg
	@mkdir -p $(DEMO)
	@echo "+ kg build seeds -o $(DEMO)/talks.kg"
	@$(KG) build seeds -o $(DEMO)/talks.kg --table
	@echo; echo '+ kg ask "who negotiates with Iran" -g $(DEMO)/talks.kg'
	@$(KG) ask "who negotiates with Iran" -g $(DEMO)/talks.kg --table
	@echo; echo "+ kg page -g $(DEMO)/talks.kg -o $(DEMO)/talks.html"
	@$(KG) page -g $(DEMO)/talks.kg -o $(DEMO)/talks.html

# Both run, whatever the first of them says.
test: $(VENV)/.dev
	@$(MAKE) --no-print-directory check; checked=$$?; $(RUN) pytest -rfEs; tested=$$?; \
	if [ $$checked != 0 ]; then echo "make check failed, see above" >&2; fi; exit $$((checked || tested))

try: $(VENV)/.dev
	$(RUN) pytest tests/ontology -k '[$(TYPE)'

lists: $(VENV)/.kg
	$(RUN) kg.graph.lists

check: $(VENV)/.dev
	$(RUN) ruff format --check --quiet .
	$(RUN) ruff check --quiet .
	$(RUN) mypy
	$(VENV)/bin/lint-imports --no-logo

env: $(VENV)/.dev

format: $(VENV)/.dev
	$(RUN) ruff format .
	$(RUN) ruff check --fix .

docs: $(VENV)/.dev
	$(RUN) kg.cli.reference > docs/reference/cli.md
	$(RUN) kg.event_types > docs/reference/events.md
	$(VENV)/bin/python docs/console.py
	$(VENV)/bin/python docs/notebooks.py

$(VENV)/.kg: $(SOURCES)
	@echo "Making $(VENV) (once) ..." >&2
	@$(make-venv)
	@$(install) .
	@touch $@

$(VENV)/.dev: $(SOURCES)
	@echo "Making $(VENV) with the tools for tests (once) ..." >&2
	@$(make-venv)
	@$(install) '.[dev]'
	@touch $(VENV)/.kg $@

# The versions of a fresh environment, names and numbers only.
lock:
	rm -rf build/lock && $(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet -e '.[dev]'
	{ echo "# Versions that are known to work together; 'make lock' writes this file."; \
	  build/lock/bin/python -m pip freeze --exclude-editable | grep == | LC_ALL=C sort -f; } > constraints.txt

clean:
	rm -rf $(DEMO) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
