#!/bin/sh
# The system libraries that the window, its tests and its printing need, by apt; and PostgreSQL, for
# the tests of head office (each test run makes a cluster of its own).
#
#   system.sh install   install what is missing if we may; otherwise print the one line to run
#   system.sh python    print the Python to build .venv with
#
# `install` never fails a build: a name this release does not know is left out, and without apt or
# rights the set-up goes on with what the machine has. It ends with 0 when nothing is missing, else 3.
set -u

# One entry a line; a|b means: the first name this release knows (Debian 13 and Ubuntu 24.04 renamed
# some). libgl1 and libegl1 are needed even without a screen.
libraries() {
    cat <<'LIST'
libgl1
libegl1
libxkbcommon0
libglib2.0-0t64|libglib2.0-0
libfontconfig1
libdbus-1-3
libxkbcommon-x11-0
libxcb-cursor0
libxcb-icccm4
libxcb-keysyms1
libxcb-shape0
libgssapi-krb5-2
libcups2t64|libcups2
poppler-utils
qpdf
xvfb
xauth
xdotool
gnome-keyring
dbus
libsecret-tools
postgresql-18|postgresql-17|postgresql-16|postgresql-15|postgresql
LIST
}

installed() {
    dpkg-query -W -f='${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

known() {
    apt-cache policy "$1" 2>/dev/null | grep -q '^  Candidate: [^(]'
}

# The entries of which no name is installed, as they stand in the list.
missing() {
    libraries | while IFS= read -r entry; do
        found=
        for name in $(echo "$entry" | tr '|' ' '); do
            installed "$name" && found=yes && break
        done
        [ -n "$found" ] || echo "$entry"
    done
}

# One name for each entry: the first one apt knows; none when it knows none.
names() {
    while IFS= read -r entry; do
        for name in $(echo "$entry" | tr '|' ' '); do
            known "$name" && echo "$name" && break
        done
    done
}

# For the line a person copies: all of them if the package lists were never fetched here.
advice() {
    chosen=$(echo "$1" | names)
    echo ${chosen:-$(echo "$1" | sed 's/.*|//')}
}

usable_python() {
    "$1" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
        >/dev/null 2>&1
}

find_python() {
    for name in python3.13 python3.12 python3.11 python3; do
        usable_python "$name" && echo "$name" && return 0
    done
    return 1
}

# How apt-get is called: as root, by sudo without a password, or not at all.
rights() {
    if [ "$(id -u)" = 0 ]; then
        echo env
    elif sudo -n true >/dev/null 2>&1; then
        echo "sudo -n env"
    fi
}

apt_install() {
    # shellcheck disable=SC2086  # $as is a command with its arguments
    $as DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 \
        install -y -qq --no-install-recommends "$@" >/dev/null
}

# All at once, as that is quick; one by one if that fails, so that one bad name spoils nothing else.
install_names() {
    [ $# -gt 0 ] || return 0
    apt_install "$@" 2>/dev/null && return 0
    for name in "$@"; do
        apt_install "$name" || echo "  could not install $name; going on without it"
    done
}

install_missing() {
    command -v apt-get >/dev/null 2>&1 || {
        find_python >/dev/null || tell_python
        echo "No apt here: Qt needs the libraries named in packaging/linux/system.sh; going on."
        return 0
    }
    wanted=$(missing)
    find_python >/dev/null || wanted="$wanted
python3-venv"
    [ -n "$wanted" ] || return 0
    as=$(rights)
    if [ -z "$as" ]; then
        echo "Some system libraries are missing, and only an administrator may install them:"
        echo
        echo "    sudo apt-get update && sudo apt-get install -y --no-install-recommends" \
            "$(advice "$wanted")"
        echo
        echo "Going on without them; the window may not open until they are there."
        return 3
    fi
    echo "Installing the system libraries Qt, printing and the tests need"
    # shellcheck disable=SC2086
    $as DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 update -qq >/dev/null ||
        echo "  the package lists could not be refreshed; trying with those at hand"
    # shellcheck disable=SC2046
    install_names $(echo "$wanted" | names)
    find_python >/dev/null || install_python
    [ -z "$(missing)" ] || return 3
}

# A release whose python3 is too old (Ubuntu 22.04) or too new may have a fitting one beside it.
install_python() {
    for version in 3.13 3.12 3.11; do
        if known "python$version-venv"; then
            install_names "python$version" "python$version-venv"
            find_python >/dev/null && return 0
        fi
    done
    tell_python
}

tell_python() {
    echo "JewelCRM needs Python 3.11, 3.12 or 3.13 with its venv module; please install one." >&2
}

case "${1:-}" in
install) install_missing ;;
python) find_python || { tell_python; exit 1; } ;;
*) sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
