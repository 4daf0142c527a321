#!/bin/sh
# What the browser tests need of the system, where it is not there yet: Chromium, and a library of Playwright's driver.
set -eu
cd "$(dirname "$0")/.."
missing=
command -v chromium >/dev/null || missing=chromium
.venv/bin/python -m playwright --version >/dev/null 2>&1 || missing="$missing libatomic1"
[ -n "$missing" ] || exit 0

sorry() {
  printf '\n%s\n' "The browser tests need $missing. $*" >&2
  exit 1
}

command -v apt-get >/dev/null || sorry "Install it with your system's packages, so that /usr/bin/chromium is there."
if [ "$(id -u)" = 0 ]; then
  root=
elif command -v sudo >/dev/null; then
  root=sudo
else
  sorry "As root: apt-get install $missing"
fi
echo "Installing $missing for the browser tests …"
export DEBIAN_FRONTEND=noninteractive
$root apt-get update -q >/dev/null && $root apt-get install -qq -y --no-install-recommends $missing >/dev/null ||
  sorry "It could not be installed: the lines above say why."
