#!/usr/bin/env bash
# Every source file is formatted as .clang-format says.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
git ls-files -z -- '*.h' '*.cpp' | xargs -0 -n 40 -P 2 clang-format-19 --dry-run -Werror
