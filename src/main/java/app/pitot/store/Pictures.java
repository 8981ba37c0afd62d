package app.pitot.store;

import app.pitot.api.ChatImage;
import app.pitot.history.Picture;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The table {@code picture}: bytes once each, known by their SHA-256. */
final class Pictures {
    private static final CheckedTable TABLE = new CheckedTable("picture", "sha256", "bytes");

    private Pictures() {}

    /** Keeps the bytes of {@code shown}; returns JSON that names them. */
    static String keep(Connection connection, List<Picture> shown) throws SQLException {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var picture : shown) {
            var sha = sha256(picture.image().bytes());
            array.addObject().put("sha256", sha).put("type", picture.image().mediaType())
                    .put("name", picture.name()).put("width", picture.width()).put("height", picture.height());
            TABLE.add(connection, sha, picture.image().bytes());
        }
        return Stored.json(array);
    }

    /** What {@code json} names. */
    static Found find(Connection connection, String json) throws SQLException {
        if (json.equals("[]")) {
            return new Found(List.of(), true);
        }
        var found = new ArrayList<Picture>();
        boolean whole = true;
        for (var each : Stored.json(json)) {
            var sha = each.path("sha256").asText();
            var bytes = bytes(connection, sha);
            whole &= sha256(bytes).equals(sha);
            found.add(new Picture(new ChatImage(each.path("type").asText(), bytes), each.path("name").asText(),
                    each.path("width").asInt(), each.path("height").asInt()));
        }
        return new Found(List.copyOf(found), whole);
    }

    /** Removes those of {@code json} that neither a message nor a draft names any more. */
    static void forget(Connection connection, String json) throws SQLException {
        for (var each : Stored.json(json)) {
            try (var delete = connection.prepareStatement("""
                    DELETE FROM picture WHERE sha256 = ?1 AND NOT EXISTS
                      (SELECT 1 FROM message WHERE pictures <> '[]' AND instr(pictures, ?1)) AND NOT EXISTS
                      (SELECT 1 FROM conversation WHERE instr(setup, ?1))""")) {
                delete.setString(1, each.path("sha256").asText());
                delete.executeUpdate();
            }
        }
    }

    private static byte[] bytes(Connection connection, String sha) throws SQLException {
        try (var select = connection.prepareStatement("SELECT bytes FROM picture WHERE sha256 = ?")) {
            select.setString(1, sha);
            try (var rows = select.executeQuery()) {
                var bytes = rows.next() ? rows.getBytes(1) : null;
                return bytes == null ? new byte[0] : bytes;
            }
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** @param whole false if one of them is missing or not what it was */
    record Found(List<Picture> pictures, boolean whole) {}
}
