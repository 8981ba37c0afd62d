package app.pitot.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;

/** How values stand in columns. */
final class Stored {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MICROS = 1_000_000;
    private static final long FAR = 100L * Integer.MAX_VALUE;

    private Stored() {}

    /** UTF-8 has no lone surrogates: each becomes U+FFFD. All else stays, NUL too. */
    static String text(String text) {
        if (text == null) {
            return null;
        }
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else {
                mended = mended == null ? new StringBuilder(text) : mended;
                mended.setCharAt(i, '\uFFFD');
            }
        }
        return mended == null ? text : mended.toString();
    }

    /** Microseconds since 1970; what is finer is lost, what is farther than a long holds is the farthest. */
    static long micros(Instant at) {
        try {
            return Math.addExact(Math.multiplyExact(at.getEpochSecond(), MICROS), at.getNano() / 1_000);
        } catch (ArithmeticException e) {
            return at.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    /** Milliseconds since 1970; what is thousands of years away is brought nearer, so that there is room around it. */
    static long millis(Instant at) {
        return Math.clamp(at.getEpochSecond(), -FAR, FAR) * 1_000 + at.getNano() / 1_000_000;
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** {@code otherwise} for a word that is unknown. */
    static <E extends Enum<E>> E word(String word, E otherwise) {
        var found = word(word, otherwise.getDeclaringClass());
        return found == null ? otherwise : found;
    }

    /** Null for a word that is unknown. */
    static <E extends Enum<E>> E word(String word, Class<E> type) {
        for (var each : type.getEnumConstants()) {
            if (word(each).equals(word)) {
                return each;
            }
        }
        return null;
    }

    static String json(JsonNode node) {
        return text(node.toString());
    }

    /** A missing node for null and for what is no JSON. */
    static JsonNode json(String text) {
        try {
            return text == null ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** A new object for what is none. */
    static ObjectNode object(String text) {
        return json(text) instanceof ObjectNode object ? object : JSON.createObjectNode();
    }

    /** A damaged row may lack what the schema says is always there: then an empty text. */
    static String there(ResultSet rows, String column) throws SQLException {
        var found = rows.getString(column);
        return found == null ? "" : found;
    }

    static Long number(ResultSet rows, String column) throws SQLException {
        long found = rows.getLong(column);
        return rows.wasNull() ? null : found;
    }

    /** Null also where a file of an earlier schema lacks the column. */
    static String text(ResultSet rows, String column) throws SQLException {
        var columns = rows.getMetaData();
        for (int i = columns.getColumnCount(); i >= 1; i--) {
            if (columns.getColumnLabel(i).equals(column)) {
                return rows.getString(i);
            }
        }
        return null;
    }
}
