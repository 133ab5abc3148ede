# JewelCRM: `make run` opens the program on a demo store, `make test` tries everything.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# Relative paths only, so that a home folder with spaces in its name does no harm.
PY := .venv/bin/python
PIP := $(PY) -m pip --disable-pip-version-check
# Errors are shown; what pip thinks of a computer's own settings is not the reader's business.
QUIETLY := --quiet --quiet
READY := Ready: the programs are in .venv/bin. Next: make run opens a demo shop, README.md a real one.
LOCKS := packaging/locks
# One more than there are cores: some tests wait for clocks and disks.
SPREAD = --numprocesses $$(expr $$(getconf _NPROCESSORS_ONLN) + 1) --dist worksteal
# Compiled modules are kept, whatever this shell says: the tests start our programs very often.
OFFSCREEN := LANG=C.UTF-8 LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen PYTHONDONTWRITEBYTECODE=

.PHONY: help setup run test lint format bench prove shots package lock clean distclean

help:  ## show this list
	@echo "make TARGET, where TARGET is one of:"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1|\2/p' Makefile | \
		while IFS='|' read -r name text; do printf '  %-13s %s\n' "$$name" "$$text"; done

setup: build/system.ok .venv/project.ok  ## everything the program needs, into .venv
	@$(if $(filter setup,$(MAKECMDGOALS)),echo "$(READY)",:)

run: setup  ## open the program on a demo store
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "There is no screen here, so the window cannot open."; \
		echo "\`make shots\` photographs every page into build/shots instead."; \
	else \
		.venv/bin/jewelcrm --demo; \
	fi

test: setup  ## the whole suite, without a screen (make test ARGS="-k payment")
	$(OFFSCREEN) $(PY) -m pytest $(SPREAD) $(ARGS)

lint: setup  ## style, types and the arrows between the floors
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports --no-logo --cache-dir build/import-linter

format: setup  ## let ruff tidy the code
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

bench: setup  ## our figures beside the bare limits, into build/bench.json
	@mkdir -p build
	$(OFFSCREEN) $(PY) -m tests.benchmarks $(ARGS)

prove: setup  ## the long proofs: kills, flipped bits, random histories
	JEWELCRM_PROVE=1 $(OFFSCREEN) $(PY) -m pytest -m prove --timeout 5400 $(SPREAD) $(ARGS)

shots: setup  ## photograph every page into build/shots
	@mkdir -p build/shots
	$(OFFSCREEN) $(PY) -m tests.shots $(ARGS)

package: build/package/tools.ok  ## the installable programs: a folder, and two Debian packages
	build/package/bin/python packaging/bundle/make_bundle.py
	QT_QPA_PLATFORM=offscreen build/bundle/jewelcrm/jewelcrm --smoke >build/smoke.json
	@command -v dpkg-deb >/dev/null || { echo "No dpkg-deb here: the folder is all."; exit 0; }; \
		build/package/bin/python packaging/linux/debs.py $(ARGS)

lock: setup  ## choose the newest fitting versions and lock them (needs uv)
	$(LOCKS)/lock.sh

clean:  ## remove what was built, except .venv
	rm -rf build dist *.egg-info
	find db jewelcrm resources tests ui -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean  ## remove .venv too, so that the next set-up starts afresh
	rm -rf .venv

# Stamps: each is newer than what it was made from, so a second set-up has nothing to do.

build/system.ok: packaging/linux/system.sh
	@mkdir -p build
	@if [ "$$(uname)" != Linux ] || packaging/linux/system.sh install; then touch $@; fi

# An existing .venv is kept if its pip answers; anything half-made is made anew.
.venv/made.ok: | build/system.ok
	@$(PIP) --version >/dev/null 2>&1 || { \
		python=$$(packaging/linux/system.sh python) && \
		echo "Making .venv with $$python" && \
		"$$python" -m venv --clear .venv; }
	@touch $@

.venv/packages.ok: $(LOCKS)/dev.txt | .venv/made.ok
	@echo "Installing the locked packages into .venv"
	@$(PIP) install $(QUIETLY) --require-hashes -r $(LOCKS)/dev.txt
	@touch $@

# What is shipped is built in an environment that holds what is shipped, and PyInstaller.
build/package/tools.ok: $(LOCKS)/runtime.txt $(LOCKS)/package.txt | build/system.ok
	@echo "Installing what is shipped, and PyInstaller, into build/package"
	@python=$$(packaging/linux/system.sh python) && "$$python" -m venv --clear build/package
	@build/package/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes \
		-r $(LOCKS)/runtime.txt -r $(LOCKS)/package.txt
	@touch $@

.venv/project.ok: pyproject.toml .venv/packages.ok
	@$(PIP) install $(QUIETLY) --no-deps --no-index --no-build-isolation --editable .
	@touch $@
