package app.pitot.inspect;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The text of a member of a member, as it stands there. */
final class RawMember {
    private RawMember() {}

    /** Null if there is none. */
    static String of(String json, String... path) {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        try (var parser = Trees.MAPPER.createParser(bytes)) {
            parser.nextToken();
            for (int depth = 0; depth < path.length; depth++) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    boolean found = parser.currentName().equals(path[depth]);
                    parser.nextToken();
                    if (found) {
                        break;
                    }
                    parser.skipChildren();
                }
            }
            int from = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            int to = (int) parser.currentLocation().getByteOffset();
            return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return null;
        }
    }
}
