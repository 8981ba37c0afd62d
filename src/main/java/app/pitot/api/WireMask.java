package app.pitot.api;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * Takes secrets out of what is kept of a request. Bodies keep their length, so that offsets into them still hold. Holds the
 * secrets of one account: lives as long as its call.
 */
final class WireMask {
    private static final String HIDDEN = "…";
    private static final int MAX_HEADERS = 300;
    private static final int MAX_VALUE = 4_096;
    /** Such as keys have: long, of one word, of letters and digits. */
    private static final Pattern RANDOM = Pattern
            .compile("(?=[^0-9]*[0-9])(?=[^A-Za-z]*[A-Za-z])[-_A-Za-z0-9+/=.~]{20,}");
    private static final Pattern SECRET_FIELD = Pattern.compile("key|secret|token|password|auth|credential|signature");
    /** Shortest run shared with a secret that is taken out. */
    private static final int RUN = 8;
    /** Looked for at every fourth byte, which finds each run. */
    private static final int WINDOW = 5;
    private static final int STEP = 4;
    private static final int SHORTEST = 3;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class,
            ByteOrder.LITTLE_ENDIAN);
    private static final long FIVE_BYTES = (1L << 8 * WINDOW) - 1;

    private final Redactor redactor;
    private final List<byte[]> secrets;
    private final Set<String> secretHeaders;
    private final Set<String> plainHeaders;

    /**
     * @param secrets in clear
     * @param secretHeaders names of headers whose values are secret, in lower case
     * @param plainHeaders names of headers of ours, whose values are none, in lower case
     */
    WireMask(Redactor redactor, List<String> secrets, Set<String> secretHeaders, Set<String> plainHeaders) {
        this.redactor = redactor;
        this.secrets = secrets.stream().map(each -> each.getBytes(StandardCharsets.UTF_8))
                .filter(each -> each.length >= SHORTEST).toList();
        this.secretHeaders = secretHeaders;
        this.plainHeaders = plainHeaders;
    }

    String url(HttpUrl url) {
        var open = url.newBuilder();
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            open.username(HIDDEN).password("");
        }
        for (int i = 0; i < url.querySize(); i++) {
            var name = url.queryParameterName(i);
            var value = url.queryParameterValue(i);
            if (value != null && (SECRET_FIELD.matcher(name.toLowerCase(Locale.ROOT)).find() || random(value))) {
                open.setQueryParameter(name, HIDDEN);
            }
        }
        return redactor.clean(open.build().toString().replace("%E2%80%A6", HIDDEN));
    }

    /** Those of the request. */
    List<Wire.Header> sent(Headers headers) {
        var all = new ArrayList<Wire.Header>();
        for (var header : headers) {
            var lower = header.getFirst().toLowerCase(Locale.ROOT);
            boolean hidden = secretHeaders.contains(lower) || SeenHeaders.secret(lower)
                    || !plainHeaders.contains(lower) && random(header.getSecond());
            all.add(new Wire.Header(header.getFirst(), hidden ? HIDDEN : redactor.clean(header.getSecond())));
        }
        return all;
    }

    /** Those of the response: fit to show, and bounded. */
    List<Wire.Header> received(Headers headers) {
        var all = new ArrayList<Wire.Header>();
        for (var header : headers) {
            if (all.size() == MAX_HEADERS) {
                break;
            }
            var lower = header.getFirst().toLowerCase(Locale.ROOT);
            var value = header.getSecond();
            // Longer than what is shown, so that a key across the cut is still found.
            var start = value.length() <= 2 * MAX_VALUE ? value : value.substring(0, 2 * MAX_VALUE);
            all.add(new Wire.Header(Harmless.line(redactor.clean(header.getFirst()), MAX_VALUE),
                    secretHeaders.contains(lower) || SeenHeaders.secret(lower)
                            ? HIDDEN
                            : Harmless.line(redactor.clean(start), MAX_VALUE)));
        }
        return all;
    }

    /** True if a header's name or value makes one think of a secret. */
    static boolean suspect(String name, String value) {
        return SeenHeaders.secret(name.toLowerCase(Locale.ROOT)) || random(value)
                || !KeyLike.hide(value).equals(value);
    }

    private static boolean random(String value) {
        return RANDOM.matcher(value).matches();
    }

    /**
     * Puts an asterisk in the place of each byte of a secret, and of runs of bytes that are part of one.
     *
     * @param all true to hide as well what looks like keys of others and names of organisations
     */
    void hide(byte[] body, boolean all) {
        for (var secret : secrets) {
            if (secret.length < RUN) {
                hideWhole(body, secret);
            } else {
                hideRuns(body, secret);
            }
        }
        if (all) {
            // One character a byte, so that places in the text are places in the body.
            var text = new String(body, StandardCharsets.ISO_8859_1);
            for (var pattern : List.of(KeyLike.PATTERN, Redactor.ORGANISATION)) {
                pattern.matcher(text).results().forEach(found -> fill(body, found.start(), found.end()));
            }
        }
    }

    private static void hideWhole(byte[] body, byte[] secret) {
        for (int i = 0; i + secret.length <= body.length; i++) {
            if (Arrays.equals(body, i, i + secret.length, secret, 0, secret.length)) {
                fill(body, i, i + secret.length);
            }
        }
    }

    private static void hideRuns(byte[] body, byte[] secret) {
        var windows = new long[secret.length - WINDOW + 1];
        // A bit for each hash: nearly all places are passed over after one look.
        var filter = new long[64];
        for (int i = 0; i < windows.length; i++) {
            windows[i] = slow(secret, i);
            int hash = hash(windows[i]);
            filter[hash >>> 6] |= 1L << hash;
        }
        var found = new ArrayList<int[]>();
        int fast = body.length - Long.BYTES;
        for (int i = 0; i + WINDOW <= body.length; i += STEP) {
            long window = i <= fast ? (long) LONGS.get(body, i) & FIVE_BYTES : slow(body, i);
            int hash = hash(window);
            if ((filter[hash >>> 6] & 1L << hash) != 0) {
                for (int k = 0; k < windows.length; k++) {
                    if (windows[k] == window) {
                        extend(body, i, secret, k, found);
                    }
                }
            }
        }
        found.forEach(run -> fill(body, run[0], run[1]));
    }

    private static void extend(byte[] body, int at, byte[] secret, int in, List<int[]> found) {
        int from = at;
        for (int k = in; from > 0 && k > 0 && body[from - 1] == secret[k - 1]; k--) {
            from--;
        }
        int to = at + WINDOW;
        for (int k = in + WINDOW; to < body.length && k < secret.length && body[to] == secret[k]; k++) {
            to++;
        }
        if (to - from >= RUN) {
            found.add(new int[]{from, to});
        }
    }

    private static long slow(byte[] bytes, int at) {
        long window = 0;
        for (int i = WINDOW - 1; i >= 0; i--) {
            window = window << 8 | bytes[at + i] & 0xFF;
        }
        return window;
    }

    /** 0 to 4,095. */
    private static int hash(long window) {
        return (int) (window * 0x9E3779B97F4A7C15L >>> 52);
    }

    private static void fill(byte[] body, int from, int to) {
        Arrays.fill(body, from, to, (byte) '*');
    }
}
