# Everything sets itself up in .venv from a lock file with hashes; see tools/set_up.py.
PYTHON ?= python3
INSIDE := .venv/bin
# The demo and the tests start the program many hundred times: it is compiled once.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo style test cover trials bench lock clean

demo:  ## check and draft the example inspections in a scratch copy
	@$(PYTHON) tools/set_up.py
	@$(INSIDE)/reportkit demo

style:  ## style and types
	@$(PYTHON) tools/set_up.py tests
	@$(INSIDE)/ruff check --quiet .
	@$(INSIDE)/ruff format --check --quiet .
	@$(INSIDE)/mypy --no-error-summary

test: style  ## style, types and all tests
	@$(INSIDE)/python -m pytest --numprocesses=auto --dist=loadfile

cover: style  ## the same with branch coverage, which takes half as long again
	@$(INSIDE)/python -m pytest --numprocesses=auto --dist=loadfile --cov

# The folders whose trials run: all of them, or a part.
PART ?= tests

trials:  ## races and every step at which an action can be stopped, at full length
	@$(PYTHON) tools/set_up.py tests
	@$(INSIDE)/python -m pytest -m trial --numprocesses=auto $(PART)

bench:  ## speed, as ratios measured side by side in one run
	@$(PYTHON) tools/set_up.py tests
	@$(INSIDE)/python benchmarks/draft.py
	@$(INSIDE)/python benchmarks/check.py
	@$(INSIDE)/python benchmarks/signatures.py
	@$(INSIDE)/python benchmarks/record.py

PIN := uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header

lock:  ## pin every library again (needs `uv`)
	$(PIN) pyproject.toml --all-extras --output-file requirements.lock
	$(PIN) --group build --constraints requirements.lock --output-file requirements-build.lock
	$(PIN) pyproject.toml --all-extras --group build --group dev --constraints requirements.lock --constraints requirements-build.lock \
	    --output-file requirements-tests.lock

clean:  ## remove what was set up and measured
	rm -rf .venv out dist .coverage .mypy_cache .ruff_cache .hypothesis
