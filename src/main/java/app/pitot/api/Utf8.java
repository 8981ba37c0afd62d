package app.pitot.api;

/** UTF-8 lengths without encoding. */
final class Utf8 {
    private Utf8() {}

    /** Bytes that {@code text} takes in UTF-8; a lone surrogate counts as three. */
    static int length(CharSequence text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                bytes += 4;
                i++;
            } else {
                bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            }
        }
        return bytes;
    }
}
