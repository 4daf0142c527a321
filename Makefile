# `make` lists what there is. Without make, README.md has the plain commands.
PYTHON ?= python3
PORT ?= 8000
WORKERS ?= auto
TESTS ?=
OPTIONS ?=
PY := .venv/bin/python
MANAGE := $(PY) manage.py
TEMPLATES := templates $(wildcard */templates)

COMPILE = pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header $(UPGRADE)
# Settings as a school has them; the key is new each time and protects nothing.
PRODUCTION = env -u DEBUG SECRET_KEY="$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(50))')" \
	ALLOWED_HOSTS=pathways.example.org

export PYTHON
export DEBUG = true

.DEFAULT_GOAL := help
.PHONY: help run test coverage lint format types check lock fixtures bench search-quality pictures clean

help: ## List these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F'\t' '{ printf "  make %-14s %s\n", $$1, $$2 }'

run: .venv/run.stamp ## Set up a site with demo people and serve it (PORT=8000)
	@$(MANAGE) start $(PORT)

test: .venv/test.stamp ## Run every test (TESTS=tests/careers for some, WORKERS=2)
	@requirements/chromium.sh
	DJANGO_ALLOW_ASYNC_UNSAFE=true $(PY) -m pytest -n $(WORKERS) --maxprocesses 8 $(TESTS)

coverage: .venv/test.stamp ## Which lines no test reaches, the browser's left out
	$(PY) -m coverage run -m pytest -m "not browser" $(TESTS)
	$(PY) -m coverage report --skip-covered --show-missing

lint: .venv/test.stamp ## Look for faults in code and templates
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m djlint --quiet --lint $(TEMPLATES)

format: .venv/test.stamp ## Put code in order
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

types: .venv/test.stamp ## Check types, where we annotate
	$(PY) -m mypy

check: lint types ## Everything that is quick: lint, types, migrations, production settings
	$(MANAGE) makemigrations --check --dry-run
	$(PRODUCTION) $(MANAGE) check --deploy --fail-level WARNING

lock: .venv/test.stamp ## Pin anew what pyproject.toml asks for (UPGRADE=--upgrade for newer releases)
	$(PY) -m uv $(COMPILE) --output-file requirements/run.txt pyproject.toml
	$(PY) -m uv $(COMPILE) --output-file requirements/test.txt --constraint requirements/run.txt --group test pyproject.toml

fixtures: .venv/run.stamp ## Make fixtures/ from seeds/
	$(MANAGE) build_fixtures

bench: .venv/test.stamp ## Measure the speed of the pages against a bare view
	$(PY) -m tests.bench

search-quality: .venv/test.stamp ## How often search finds a right career (OPTIONS="--official FOLDER --misses")
	$(PY) -m tests.search_quality $(OPTIONS)

pictures: .venv/test.stamp ## Take the README's pictures from a running site (make run first)
	$(PY) docs/pictures/take.py http://127.0.0.1:$(PORT)

clean: ## Take away the environment and what tools left; var/ with your data stays
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage
	find . -name __pycache__ -prune -exec rm -rf {} +

.venv/%.stamp: requirements/%.txt .venv/bin/python
	@requirements/install.sh $*

# Where the interpreter is gone, or was never there, its stamps are made anew.
.venv/bin/python: ;
