#!/bin/sh
# Starts Pitot from the folder it lies in. Needs Java 25 or newer: $PITOT_JAVA, $JAVA_HOME, java on the PATH, or an
# installed JDK in one of the usual places.
here=$(cd -- "$(dirname -- "$(readlink -f -- "$0")")/.." && pwd) || exit 1

new_enough() {
    [ -x "$1" ] || return 1
    version=$("$1" -version 2>&1 | sed -n 's/.*version "\([0-9][0-9]*\).*/\1/p' | head -n 1)
    [ "$(printf '%s' "$version" | tr -cd '0-9')" ] && [ "$version" -ge 25 ]
}

java=
for candidate in "$PITOT_JAVA" "$JAVA_HOME/bin/java" "$(command -v java)" \
    /usr/lib/jvm/*/bin/java /usr/lib64/jvm/*/bin/java /opt/*/bin/java \
    "$HOME"/.sdkman/candidates/java/*/bin/java "$HOME"/.jdks/*/bin/java \
    /Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java; do
    if new_enough "$candidate"; then
        java=$candidate
        break
    fi
done
if [ -z "$java" ]; then
    echo "pitot: needs Java 25 or newer and found none. Install one (Debian: temurin-25-jre or openjdk-25-jre) or set PITOT_JAVA to its java." >&2
    exit 1
fi

# Java reads arguments by the locale: in the C locale it would spoil every letter outside ASCII.
case $(locale charmap 2>/dev/null) in
    UTF-8 | utf-8 | utf8 | UTF8) ;;
    *)
        LC_ALL=C.UTF-8
        export LC_ALL
        ;;
esac

# What the JVM writes when it crashes quotes memory, where a key may be: it belongs into the folder that only the user can
# read, and where that is not there yet, into no file at all.
data=${PITOT_HOME:-}
if [ -z "$data" ]; then
    case $(uname) in
        Darwin) data="$HOME/Library/Application Support/Pitot" ;;
        *)
            case ${XDG_DATA_HOME:-} in
                /*) data=$XDG_DATA_HOME/pitot ;;
                *) data=$HOME/.local/share/pitot ;;
            esac
            ;;
    esac
fi
previous=
for argument in "$@"; do
    case $previous in --data-dir) data=$argument ;; esac
    case $argument in --data-dir=*) data=${argument#--data-dir=} ;; esac
    previous=$argument
done
crash=-XX:+ErrorFileToStderr
[ -d "$data" ] && [ -w "$data" ] && crash=-XX:ErrorFile=$data/hs_err_%p.log

# No attaching, no core files and no heap dumps: each would let a key be read out of memory.
exec "$java" -Xms32m -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders \
    -XX:+DisableAttachMechanism -XX:-CreateCoredumpOnCrash -XX:-HeapDumpOnOutOfMemoryError "$crash" \
    --enable-native-access=${pitot.nativeAccess} \
    --module-path "$here/lib" -m app.pitot/app.pitot.Pitot "$@"
