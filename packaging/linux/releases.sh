# Put into the maintainer scripts in place of @RELEASES@.
#
# dpkg writes into $home/package only. Programs run from $home/run/<release>: hard links to those
# files, which take no room, and which an upgrade does not touch. So a window that is open during an
# upgrade goes on with all its files, and a disk that is full half-way leaves the old release whole.

take_into_use() {
    fresh="$home/run/$version.$(date +%s)"
    rm -rf "$home/run/unfinished"
    mkdir -p "$home/run"
    cp -al "$home/package" "$home/run/unfinished"
    mv -T "$home/run/unfinished" "$fresh"
    ln -sfn "$fresh" "$home/current.new"
    mv -fT "$home/current.new" "$home/current"
    drop_unused "$fresh"
}

# Releases that no running program has open any more.
drop_unused() {
    for old in "$home"/run/*; do
        [ -d "$old" ] && [ "$old" != "$1" ] || continue
        in_use "$old" || rm -rf "$old"
    done
}

in_use() {
    for process in /proc/[0-9]*/exe; do
        case "$(readlink "$process" 2>/dev/null)" in
        "$1"/*) return 0 ;;
        esac
    done
    return 1
}

refuse_older() {
    if dpkg --compare-versions "$1" gt "$version"; then
        echo "$package $1 is installed, which is newer than $version." >&2
        echo "It may have brought the store to a form that $version cannot read." >&2
        echo "Nothing was changed. To go back all the same, remove $package first (data are kept)." >&2
        exit 1
    fi
}
