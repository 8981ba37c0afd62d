package app.pitot.api;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** Takes keys and organisation ids out of texts that came from outside. Holds a key: lives as long as its call. */
final class Redactor {
    /** Shortest run shared with the key that is taken out. */
    private static final int RUN = 8;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\r\\t]]");
    static final Pattern ORGANISATION = Pattern.compile("\\borg[_-][A-Za-z0-9]{3,}");

    private final List<String> secrets;

    /**
     * @param bearer the header's value, or null if no key was sent
     */
    Redactor(String bearer) {
        this(bearer == null ? List.of() : List.of(bearer.substring(bearer.indexOf(' ') + 1)));
    }

    /** @param secrets in clear: the key, and what else must not come back */
    Redactor(List<String> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /** {@code text} without secrets; null stays null. */
    String clean(String text) {
        if (text == null) {
            return null;
        }
        var clean = cleaned(text);
        var plain = UNSEEN.matcher(text).replaceAll("");
        if (plain.length() == text.length()) {
            return clean;
        }
        // Whoever spreads a key out with marks that nobody sees shows it all the same.
        var cleanPlain = cleaned(plain);
        return cleanPlain.equals(plain) ? clean : cleanPlain;
    }

    private String cleaned(String text) {
        var open = text;
        for (var secret : secrets) {
            open = without(secret, open);
        }
        var clean = ORGANISATION.matcher(open).replaceAll("org_…");
        return KeyLike.hide(clean);
    }

    /** Also finds parts of the key, such as a provider's "you sent csk-abc…xyz". */
    private static String without(String key, String text) {
        int run = Math.min(RUN, key.length());
        if (run < 3) {
            return text;
        }
        var hidden = new BitSet();
        for (int i = 0; i + run <= text.length(); i++) {
            if (key.contains(text.substring(i, i + run))) {
                hidden.set(i, i + run);
            }
        }
        if (hidden.isEmpty()) {
            return text;
        }
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (!hidden.get(i)) {
                out.append(text.charAt(i));
            } else if (i == 0 || !hidden.get(i - 1)) {
                out.append('…');
            }
        }
        return out.toString();
    }
}
