# The Debian packages that Pieria builds with, runs with and is tested with: one list for both releases.
# Sourced by app/run.sh and tests/run.sh.

build_packages=(
    ca-certificates g++ cmake ninja-build ccache pkg-config
    libtorch-dev libopenblas0-openmp
    qt6-base-dev libqt6svg6-dev
    portaudio19-dev libasound2-dev libsndfile1-dev libfluidsynth-dev libebur128-dev libfftw3-dev libsoxr-dev
    nlohmann-json3-dev libcli11-dev libexpected-dev libzip-dev libssl-dev libicu-dev
)
run_packages=(fluid-soundfont-gm libqt6svg6 qt6-qpa-plugins libgl1-mesa-dri)
test_packages=(
    clang-19 clang-format-19 libclang-rt-19-dev
    xvfb xauth xdotool openbox pulseaudio libasound2-plugins mma
)

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Installs those of the named packages that are missing; says what it does; does nothing when all are there.
install_packages() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null | grep -qx installed || missing+=("$package")
    done
    if [ ${#missing[@]} -gt 0 ]; then
        echo "Installing ${#missing[@]} Debian packages: ${missing[*]}" >&2
        as_root apt-get update -qq
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
    fi
}
