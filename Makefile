# The commands of this repository; `make` alone lists them. GNU make 4.3, Python 3.11 or later.
# PYTHON chooses another interpreter than python3: make site PYTHON=python3.13

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
# Tests run commands by name, as in an activated environment; each file's built sites and browser serve all its tests.
PYTEST := PATH="$(CURDIR)/$(BIN):$$PATH" pytest --numprocesses=2 --dist=loadfile --cov

.SHELLFLAGS := -euc
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help site serve test coverage check format evaluate benchmark lock clean chromium FORCE

# Pages carry no day of their own making: the same commit gives the same bytes on any day.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)

# The theme announces its successor at every build; pyproject.toml already holds it and MkDocs to known versions.
export NO_MKDOCS_2_WARNING := 1

help:
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

site: $(VENV)/.runtime ## build the site from seeds/, briefings/ and templates/ into site/
	@$(BIN)/mkdocs build --strict
	@echo 'The site is ready: site/index.html'

serve: $(VENV)/.runtime ## show the site in a browser, built anew at every save
	@$(BIN)/mkdocs serve

test: $(VENV)/.dev chromium ## run all tests, and fail where they cover too little of the package
	@$(PYTEST) --cov-report=term:skip-covered

coverage: $(VENV)/.dev chromium ## the same, with each line and branch that no test reaches: htmlcov/index.html
	@$(PYTEST) --cov-report=term-missing:skip-covered --cov-report=html

# The schema that zizmor brings, and what it knows of unsafe workflows; nothing is asked of GitHub.
ZIZMOR := --offline --quiet --pedantic --strict-collection .github .pre-commit-config.yaml .pre-commit-hooks.yaml
CHECKS := 'ruff check' 'ruff format --check' 'mypy' 'briefings check' 'briefings fmt --check' \
	'briefings schema --check' 'zizmor $(ZIZMOR)'
check: $(VENV)/.dev ## lint, types, and the rules of the fact sheets; all of them, whichever fails
	@failed=0; \
	for check in $(CHECKS); do echo "== $$check"; $(BIN)/$$check || failed=1; done; \
	exit $$failed

format: $(VENV)/.dev ## put code and fact sheets into their canonical form
	$(BIN)/ruff check --fix --exit-zero --quiet
	$(BIN)/ruff format
	$(BIN)/briefings fmt

evaluate: $(VENV)/.dev ## score derivation on the articles of the sheets; LIST=1 names misses, FOLDER=path scores another set
	@$(BIN)/python -m tests.evaluation $(if $(LIST),--list) $(if $(FOLDER),'$(FOLDER)')

benchmark: $(VENV)/.dev ## time start-up, derivation, check, build and agreement beside a fixed load; count lines of diffs
	@$(BIN)/python -m tests.benchmark
	@$(BIN)/python -m tests.benchmark.diff_size

UV := uv==0.13.9
COMPILE = uv/bin/uv pip compile pyproject.toml --group build --universal --python-version 3.11 \
	--generate-hashes --custom-compile-command 'make lock' --quiet $(if $(UPGRADE),--upgrade)
lock: ## write both locks anew from pyproject.toml; UPGRADE=1 raises every version
	@scratch="$$(mktemp -d)"; trap 'rm -rf "$$scratch"' EXIT; \
	$(PYTHON) -m venv "$$scratch/uv"; \
	"$$scratch/uv/bin/python" -m pip --disable-pip-version-check -qq install $(UV); \
	export UV_CACHE_DIR="$$scratch/cache"; \
	"$$scratch"/$(COMPILE) --output-file requirements.txt; \
	"$$scratch"/$(COMPILE) --extra dev --constraint requirements.txt --output-file requirements-dev.txt

clean: ## remove everything that these commands made
	@rm -rf $(VENV) site dist htmlcov .cache .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

# A virtual environment serves one Python, one folder and one pair of locks. Where any of them changed, or where
# it is broken, it is made anew, so that no package of an earlier lock stays behind. This is looked at every
# time; the file changes only with the environment, so that nothing is installed twice.
$(VENV)/.made-from: FORCE
	@command -v $(PYTHON) >/dev/null || { \
		echo 'There is no $(PYTHON) on PATH; install Python 3.11 or later, or name one: make PYTHON=/path/to/python3' >&2; \
		exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "$(PYTHON) is $$($(PYTHON) --version 2>&1); name a Python of 3.11 or later: make PYTHON=python3.13" >&2; \
		exit 1; }
	@made_from="$$($(PYTHON) -c 'import sys; print(sys.version, sys.base_prefix)')"; \
	made_from="$$made_from $(CURDIR) $$(cat requirements.txt requirements-dev.txt | cksum)"; \
	if [ "$$made_from" = "$$(cat $@ 2>/dev/null)" ] && $(BIN)/python -c 'import pip' 2>/dev/null; then exit 0; fi; \
	$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
		$(PYTHON) -c 'import sys; print(f"$(PYTHON) cannot make a virtual environment; on Debian and Ubuntu: \
	apt-get install python{sys.version_info[0]}.{sys.version_info[1]}-venv")' >&2; \
		exit 1; }; \
	base="$$($(PYTHON) -c 'import sys; print(getattr(sys, "_base_executable", sys.executable))')"; \
	rm -rf $(VENV); \
	"$$base" -m venv $(VENV); \
	echo "$$made_from" > $@

$(VENV)/.runtime: $(VENV)/.made-from pyproject.toml
	@echo 'Installing what the site needs: requirements.txt'
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime
	@echo 'Installing what the tests and checks need: requirements-dev.txt'
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

# The browser tests drive Debian's chromium. Without it they fail and say so themselves.
chromium:
	@if command -v chromium >/dev/null || ! command -v apt-get >/dev/null; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ]; then sudo=; elif sudo -n true 2>/dev/null; then sudo='sudo -n'; else exit 0; fi; \
	echo 'Installing chromium for the browser tests'; \
	{ $$sudo apt-get update -qq && \
	$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends chromium; } \
		</dev/null >/dev/null || echo 'chromium could not be installed; the browser tests will say so' >&2
