package app.pitot.api;

import java.util.regex.Pattern;

/** Knows what keys of the usual providers look like. */
public final class KeyLike {
    static final Pattern PATTERN = Pattern.compile(
            "\\b((csk|gsk|sk|xai|nvapi|hf|pk)[-_]|AIza)[-_A-Za-z0-9*.…]{8,}|(?i)\\bbearer\\s+\\S+");

    private KeyLike() {}

    /** {@code text} with "(key hidden)" in place of whatever looks like a key or an authorization header; never null. */
    public static String hide(String text) {
        return PATTERN.matcher(text).replaceAll("(key hidden)");
    }
}
