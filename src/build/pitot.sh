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

# No attaching and no core files: both would let another program of this user read a key out of memory.
exec "$java" -Xms32m -Xmx512m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders \
    -XX:+DisableAttachMechanism -XX:-CreateCoredumpOnCrash \
    --enable-native-access=${pitot.nativeAccess} \
    --module-path "$here/lib" -m app.pitot/app.pitot.Pitot "$@"
