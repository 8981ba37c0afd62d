package app.pitot.transfer;

import app.pitot.api.ChatImage;
import app.pitot.history.Picture;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A picture that stands in a message itself. One that is only an address is left where it is: nothing is fetched. */
final class DataPicture {
    private static final Pattern DATA = Pattern.compile("data:(image/(?:png|jpe?g));base64,");
    private static final int LONGEST_HEAD = 40;

    private DataPicture() {}

    static Optional<Picture> of(JsonNode part) {
        var address = part.path("image_url");
        var text = address.isObject() ? address.path("url").asText("") : address.asText("");
        var head = DATA.matcher(text.substring(0, Math.min(LONGEST_HEAD, text.length())));
        if (!head.lookingAt()) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getMimeDecoder().decode(text.substring(head.end()));
            var size = size(bytes);
            return size == null
                    ? Optional.empty()
                    : Optional.of(new Picture(new ChatImage(head.group(1).replace("jpg", "jpeg"), bytes), "", size[0],
                            size[1]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Width and height; null if it is neither PNG nor JPEG. */
    private static int[] size(byte[] bytes) {
        if (bytes.length > 24 && whole(bytes, 0) == 0x89504E47 && whole(bytes, 12) == 0x49484452) {
            return new int[]{whole(bytes, 16), whole(bytes, 20)};
        }
        if (bytes.length < 4 || half(bytes, 0) != 0xFFD8) {
            return null;
        }
        int at = 2;
        while (at + 9 < bytes.length && (bytes[at] & 0xFF) == 0xFF) {
            int kind = bytes[at + 1] & 0xFF;
            // Start of frame, in its many sorts; C4, C8 and CC are something else.
            if (kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC) {
                return new int[]{half(bytes, at + 7), half(bytes, at + 5)};
            }
            at += 2 + Math.max(2, half(bytes, at + 2));
        }
        return null;
    }

    private static int half(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    private static int whole(byte[] bytes, int at) {
        return half(bytes, at) << 16 | half(bytes, at + 2);
    }
}
