#!/bin/sh
# Write runtime.txt, dev.txt and package.txt anew from pyproject.toml. Needs uv on the PATH.
set -eu
cd "$(dirname "$0")/../.."
locks=packaging/locks

lock() {
    out=$1
    shift
    uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --no-emit-index-url \
        --extra desktop --extra office "$@" pyproject.toml --output-file "$out" >/dev/null
}

lock $locks/runtime.txt --constraint $locks/constraints.txt
lock $locks/dev.txt --constraint $locks/runtime.txt --extra dev

# A tool only: its packages agree with those it packs.
printf 'pyinstaller>=6.15\npatchelf>=0.17; sys_platform == "linux"\n' | uv pip compile --quiet --upgrade --universal --python-version 3.11 \
    --generate-hashes --no-header --no-annotate --no-emit-index-url \
    --constraint $locks/dev.txt - --output-file $locks/package.txt >/dev/null
