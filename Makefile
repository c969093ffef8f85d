# Musnad: everything a developer does, by name. `make help` lists it.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.musnad-installed
GOLD   ?= ../shared/gold/dev.jsonl
# Two workers: more cost memory (each loads the knowledge) and gain little on a small machine.
JOBS   ?= 2

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint types imports unit format golden docs bench figures check-data clean

help: ## List these commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | while IFS='	' read -r name what; do printf '  make %-12s %s\n' "$$name" "$$what"; done

setup: $(STAMP) ## Make .venv and install musnad with its development tools (again only when pyproject.toml changes)

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "musnad needs Python 3.11 or later; $(PYTHON) is older. Say: make setup PYTHON=python3.12" >&2; exit 2; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

demo: setup ## Code the sample articles: every record with its evidence, then the log of contacts
	@$(BIN)/musnad code samples/articles.jsonl --format table

test: setup lint types imports unit ## All checks: style, types, import rules, tests

lint: setup ## Style (ruff)
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: setup ## Types (mypy --strict)
	$(BIN)/mypy

imports: setup ## No room reaches back into a later one (import-linter)
	$(BIN)/lint-imports

unit: setup ## Tests (pytest)
	$(BIN)/pytest -n $(JOBS)

format: setup ## Put the style right
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

golden: setup ## Write tests/golden anew from the samples: read the diff before you commit it
	$(BIN)/python tests/golden/regenerate.py

docs: setup ## Write the program's own output and help into README.md and docs/
	$(BIN)/python docs/generate.py

bench: setup ## Speed, start-up, memory, linearity
	$(BIN)/python bench/bench.py

figures: setup ## Measure on GOLD and write the figures into the README (make figures GOLD=my.jsonl)
	$(BIN)/python docs/generate.py --figures $(GOLD)

check-data: setup ## Check every data file of the lexicon and of the actors
	$(BIN)/musnad lexicon check
	$(BIN)/musnad actors check

clean: ## Remove .venv, caches and build products
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache src/*.egg-info
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +
