#!/usr/bin/env bash
# Runs a test with a HOME, a temporary folder and a runtime folder of its own, and removes them afterwards.
set -eu
home=$(mktemp -d)
chmod 700 "$home"
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/tmp" "$home/run"
export HOME=$home TMPDIR=$home/tmp XDG_RUNTIME_DIR=$home/run
export XDG_CONFIG_HOME=$home/.config XDG_DATA_HOME=$home/.local/share XDG_CACHE_HOME=$home/.cache
"$@"
