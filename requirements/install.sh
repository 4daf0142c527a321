#!/bin/sh
# Make .venv, where there is none yet, and install what a lock names: requirements/install.sh run|test
set -eu
cd "$(dirname "$0")/.."
lock=requirements/$1.txt
python=${PYTHON:-python3}

sorry() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

if ! .venv/bin/python -c '' 2>/dev/null; then
  command -v "$python" >/dev/null ||
    sorry "Python is missing. On Debian or Ubuntu: apt-get install python3 python3-venv"
  "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' ||
    sorry "Pathways runs on Python 3.11, 3.12 and 3.13; this is $("$python" -V 2>&1). Name another: make run PYTHON=python3.12"
  "$python" -c 'import ensurepip, venv' 2>/dev/null ||
    sorry "Python's venv module is missing. On Debian or Ubuntu: apt-get install python3-venv"
  echo "Making the environment in .venv …"
  "$python" -m venv --clear .venv ||
    sorry "The environment could not be made in .venv: the lines above say why."
fi

echo "Installing what $lock names (about half a minute the first time) …"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement "$lock" ||
  sorry "Not everything could be installed: the lines above say why. A package index must be within reach."
touch ".venv/$1.stamp"
[ "$1" = run ] || touch .venv/run.stamp # the tests' lock holds all of the other
