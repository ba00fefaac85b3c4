#!/usr/bin/env bash
# Installs what Pieria needs (Debian 12 or 13, by package name), builds it and starts it.
#   bash app/run.sh                      opens the studio; without a display it composes an example to a file
#   bash app/run.sh music "a waltz" ...  is the command line; see: bash app/run.sh --help
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/app/packages.sh"
install_packages "${build_packages[@]}" "${run_packages[@]}"

program=$root/build/release/app/pieria
build() {
    cd "$root"
    cmake --preset release > build/release.log 2>&1 || { cat build/release.log >&2; exit 1; }
    cmake --build --preset release --target pieria "$@"
    cd - > /dev/null
}
mkdir -p "$root/build"
if [ -x "$program" ]; then
    build > "$root/build/release.build.log" 2>&1 || { cat "$root/build/release.build.log" >&2; exit 1; }
else
    echo "Building Pieria; the first time takes 15 to 30 minutes on two cores." >&2
    build >&2
fi
export OMP_WAIT_POLICY=passive GOMP_SPINCOUNT=0
exec "$program" "$@"
