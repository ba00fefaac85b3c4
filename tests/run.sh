#!/usr/bin/env bash
# Installs what the tests need, builds everything and runs it all with ctest: unit and application tests
# offscreen, the window under Xvfb, live audio through a clocked sink, the torch-free rooms under sanitizers,
# and a short run of every fuzzer. The last lines are ctest's own summary.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
source app/packages.sh
install_packages "${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}"
export OMP_WAIT_POLICY=passive GOMP_SPINCOUNT=0
mkdir -p build

step() { printf '== %s (%s)\n' "$*" "$(date +%H:%M:%S)"; }
configure() {
    cmake --preset "$@" > "build/$1.configure.log" 2>&1 || { cat "build/$1.configure.log"; exit 1; }
}

step "Building the program and all tests"
configure dev -DPIERIA_WHOLE_HOUSE=ON
cmake --build --preset dev

step "Building the torch-free rooms with sanitizers"
configure asan
cmake --build --preset asan

step "Building the fuzzers"
configure fuzz
cmake --build --preset fuzz --target fuzzers

step "Running everything"
ctest --preset dev -j2
