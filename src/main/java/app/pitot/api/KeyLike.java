package app.pitot.api;

import java.util.regex.Pattern;

/** Knows what keys of the usual providers look like. */
public final class KeyLike {
    private static final Pattern KEY_LIKE = Pattern.compile(
            "\\b((csk|gsk|sk|xai|nvapi|hf|pk)[-_]|AIza)[-_A-Za-z0-9*.…]{8,}|(?i)\\bbearer\\s+\\S+");

    private KeyLike() {}

    /** {@code text} with "(key hidden)" in place of whatever looks like a key or an authorization header; never null. */
    public static String hide(String text) {
        return KEY_LIKE.matcher(text).replaceAll("(key hidden)");
    }
}
