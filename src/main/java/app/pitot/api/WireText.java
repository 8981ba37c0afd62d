package app.pitot.api;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a {@link Wire} says, for those who look for words in it. */
public final class WireText {
    private WireText() {}

    /**
     * Its bodies as they are, then what was said in them: the strings of what was sent, and the reply's reasoning and answer,
     * put together from their pieces. Each is made when it is asked for.
     */
    public static Stream<String> all(Wire wire) {
        return Stream.<Supplier<String>>of(() -> text(wire.sentBody()), () -> text(wire.body()),
                () -> strings(wire.sentBody()), () -> reply(wire.body())).map(Supplier::get);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Each string of a JSON text on a line, as far as it is one. */
    private static String strings(byte[] json) {
        var found = new StringBuilder();
        try (var parser = Json.MAPPER.createParser(json)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    found.append(parser.getText()).append('\n');
                }
            }
        } catch (IOException e) {
            // Cut or no JSON: what came before counts.
            return found.toString();
        }
        return found.toString();
    }

    /** What the reply said, the reasoning first; empty if it is none. */
    public static String reply(byte[] body) {
        var reasoning = new StringBuilder();
        var answer = new StringBuilder();
        var state = new ReplyState(new StreamSink() {
            @Override
            public void text(Delta delta, char[] buffer, int offset, int length, int utf8Bytes) {
                (delta == Delta.REASONING ? reasoning : answer).append(buffer, offset, length);
            }
        });
        var reader = new ReplyReader(state, false);
        try {
            if (reader.feed(body, body.length)) {
                reader.finish();
            }
            if (reader.form() == ReplyReader.Form.JSON) {
                reader.answer(state);
            }
        } catch (IOException e) {
            // Cut or no reply: what came before counts.
            return reasoning.append(answer).toString();
        }
        return reasoning.append(answer).toString();
    }
}
