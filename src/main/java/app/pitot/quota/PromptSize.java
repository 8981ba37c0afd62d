package app.pitot.quota;

import app.pitot.api.ChatMessage;
import app.pitot.api.ChatRequest;
import app.pitot.base.ImageHeader;
import java.util.List;
import java.util.function.Function;

/**
 * How large a prompt is, by what it is made of.
 *
 * @param narrow characters of scripts in which a token has several
 * @param blanks of these, spaces and line breaks
 * @param marks of these, what is neither blank nor letter: digits, punctuation, operators
 * @param wide characters of scripts in which one is about a token: CJK, kana, hangul and full-width forms
 * @param rest tokens of everything else: pictures, and what each message costs
 */
public record PromptSize(long narrow, long blanks, long marks, long wide, double rest) {
    private static final double CHARS_PER_TOKEN = 4;
    private static final double TOKENS_PER_MESSAGE = 4;
    private static final int PATCH = 32;
    private static final double MOST_PER_PICTURE = 4_096;
    /** Of a picture that does not say how large it is. */
    private static final double PICTURE = 1_024;

    private static final PromptSize NOTHING = new PromptSize(0, 0, 0, 0, 0);

    /** @param text counts one */
    static PromptSize of(List<ChatMessage> messages, Function<String, PromptSize> text) {
        var size = NOTHING;
        for (var message : messages) {
            size = size.plus(text.apply(message.text())).plus(TOKENS_PER_MESSAGE);
            for (var image : message.images()) {
                size = size.plus(picture(image.bytes()));
            }
            for (var call : message.toolCalls()) {
                size = size.plus(text.apply(call.name())).plus(text.apply(call.arguments())).plus(TOKENS_PER_MESSAGE);
            }
        }
        return size;
    }

    /** With the tools and the schema that go along. */
    static PromptSize of(ChatRequest request, Function<String, PromptSize> text) {
        var set = request.parameters();
        var format = set.responseFormat();
        var size = of(request.messages(), text);
        if (set.tools() != null) {
            size = size.plus(text.apply(set.tools()));
        }
        return format == null || format.schema() == null ? size : size.plus(text.apply(format.schema()));
    }

    /** @param perWide tokens of one wide character */
    double tokens(double perWide) {
        return narrow / CHARS_PER_TOKEN + perWide * wide + rest;
    }

    /** From 0 to 1. */
    double wideShare() {
        return share(wide);
    }

    /** From 0 to 1. */
    double blankShare() {
        return share(blanks);
    }

    /** From 0 to 1. */
    double markShare() {
        return share(marks);
    }

    private double share(long part) {
        return part == 0 ? 0 : (double) part / (wide + narrow);
    }

    private PromptSize plus(double tokens) {
        return new PromptSize(narrow, blanks, marks, wide, rest + tokens);
    }

    private PromptSize plus(PromptSize more) {
        return new PromptSize(narrow + more.narrow, blanks + more.blanks, marks + more.marks, wide + more.wide,
                rest + more.rest);
    }

    static PromptSize of(String text) {
        var blank = 0;
        var mark = 0;
        var broad = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c <= ' ') {
                blank++;
            } else if (c < 'A' || c > 'Z' && c < 'a' || c > 'z' && c < 0x80) {
                mark++;
            } else if (wide(c)) {
                broad++;
            }
        }
        return new PromptSize(text.length() - broad, blank, mark, broad, 0);
    }

    private static double picture(byte[] bytes) {
        var header = ImageHeader.of(bytes).orElse(null);
        if (header == null || header.width() == 0 || header.height() == 0) {
            return PICTURE;
        }
        return Math.min(MOST_PER_PICTURE,
                Math.ceil(header.width() / (double) PATCH) * Math.ceil(header.height() / (double) PATCH));
    }

    private static boolean wide(char c) {
        return c >= 0x2E80 && c <= 0x9FFF || c >= 0xAC00 && c <= 0xD7AF || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFF00 && c <= 0xFF60;
    }
}
