#!/bin/sh
# The browser of the tests, from the system's packages, where it is not there yet.
set -eu
command -v chromium >/dev/null && exit 0

sorry() {
  printf '\n%s\n' "The browser tests need Chromium. $*" >&2
  exit 1
}

command -v apt-get >/dev/null || sorry "Install it with your system's packages, so that /usr/bin/chromium is there."
if [ "$(id -u)" = 0 ]; then
  root=
elif command -v sudo >/dev/null; then
  root=sudo
else
  sorry "As root: apt-get install chromium"
fi
echo "Installing Chromium for the browser tests …"
export DEBIAN_FRONTEND=noninteractive
$root apt-get update -q >/dev/null && $root apt-get install -qq -y --no-install-recommends chromium >/dev/null ||
  sorry "It could not be installed: the lines above say why."
