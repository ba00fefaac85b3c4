#!/usr/bin/env bash
# smoke.sh FUZZER SEEDS [SECONDS]: runs a fuzzer on its seeds for a while; new inputs go to a folder of its own.
set -euo pipefail
fuzzer=$1 seeds=$2 seconds=${3:-20}
name=$(basename "$fuzzer")
name=${name%_fuzz}
mkdir -p "$TMPDIR/corpus"
[ -d "$seeds/$name" ] && seeds=$seeds/$name || seeds=$TMPDIR/corpus
exec "$fuzzer" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 -print_final_stats=1 "$TMPDIR/corpus" "$seeds"
