# Everything a clone needs. `make demo` and `make test` do all the set-up themselves.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell tools/system.sh python)
LAGEBILD_SHARED ?= ../shared
export LAGEBILD_SHARED

.PHONY: help setup runtime demo test check quality report leave-out bench lock clean

help: ## this list
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

setup: $(VENV)/.dev ## a virtual environment with everything that development needs
runtime: $(VENV)/.runtime ## a virtual environment with what the program needs

demo: runtime ## a graph from the sample articles and a service that answers questions (ARGS=--no-serve)
	@$(BIN)/lagebild demo $(ARGS)

test: check ## everything: check, then all tests, a real Neo4j included
	@tools/system.sh neo4j
	@tools/system.sh browser
	$(BIN)/pytest $(ARGS)

check: setup ## format, lint, strict types, layout
	$(BIN)/ruff format --check --output-format concise .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/pytest -q tests/test_layout.py

quality: setup ## scores on the annotated articles, with their floors (PIN=1 pins new ones)
	@$(BIN)/python -m tools.quality $(if $(PIN),--pin) $(ARGS)

report: setup ## docs/quality.md: all that is measured, with intervals, by construction, other prints (some minutes)
	@$(BIN)/python -m tools.quality.report $(ARGS)

leave-out: setup ## what one dispatch alone needs: F1 without the words, aliases and rules that fire on it alone (minutes)
	@$(BIN)/python -m tools.leave_out $(ARGS)

bench: setup ## speed and memory of reading articles
	@$(BIN)/python -m benchmarks.ingest $(ARGS)

lock: setup ## pin the newest packages that pyproject.toml allows
	@tools/lock.sh

clean: ## remove the environment, caches and builds; data stays
	rm -rf $(VENV) .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist quality *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@tools/system.sh venv
	@test -n "$(PYTHON)"
	$(PYTHON) -m venv $(VENV)

# A set-up that broke off is done again: the stamp is written last.
$(VENV)/.runtime: requirements.lock pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@
