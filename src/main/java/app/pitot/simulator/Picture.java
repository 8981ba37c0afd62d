package app.pitot.simulator;

import app.pitot.base.ImageHeader;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Locale;

/**
 * A picture that came with a message.
 *
 * @param header by its own bytes; null for one that is only named by its address, which the simulator never asks
 * @param bytes of the file; 0 without a header
 */
record Picture(ImageHeader header, int bytes) {
    private static final int PATCH = 32;
    private static final int MOST_TOKENS = 4_096;
    private static final int UNKNOWN_TOKENS = 1_024;

    /** @param part of type {@code image_url} */
    static Picture of(JsonNode part, Rules rules) throws ChatBody.Invalid {
        var url = part.path("image_url").isTextual()
                ? part.path("image_url").asText()
                : part.path("image_url").path("url").asText("");
        if (url.startsWith("https://") && rules.takesAddresses())
            return new Picture(null, 0);
        var comma = url.indexOf(',');
        if (!url.startsWith("data:") || comma < 0 || !url.substring(0, comma).endsWith(";base64"))
            throw invalid(rules.takesAddresses()
                    ? "\"image_url\" must be an https URL or a base64 data URI."
                    : "\"image_url\" must be a base64 data URI.");
        var said = url.substring("data:".length(), comma - ";base64".length()).toLowerCase(Locale.ROOT);
        if (!rules.pictureTypes().contains(said))
            throw invalid("Pictures of type " + (said.length() > 40 ? "unknown" : said) + " are not supported: only "
                    + String.join(", ", rules.pictureTypes()) + ".");
        var file = decode(url.substring(comma + 1));
        var header = ImageHeader.of(file)
                .orElseThrow(() -> invalid("The picture cannot be read: it is no " + said + "."));
        if (!header.mediaType().equals(said))
            throw invalid("The picture is said to be " + said + " and is " + header.mediaType() + ".");
        return new Picture(header, file.length);
    }

    private static byte[] decode(String base64) throws ChatBody.Invalid {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw invalid("The picture is no valid base64.");
        }
    }

    private static ChatBody.Invalid invalid(String message) {
        return new ChatBody.Invalid(message, "messages");
    }

    int tokens() {
        if (header == null || header.width() == 0 || header.height() == 0)
            return UNKNOWN_TOKENS;
        var wide = (header.width() + PATCH - 1L) / PATCH;
        var high = (header.height() + PATCH - 1L) / PATCH;
        return (int) Math.min(MOST_TOKENS, wide * high);
    }

    /** What the simulator sees of it. */
    String described() {
        if (header == null)
            return "a picture at an address, which the simulator does not ask";
        var kind = header.mediaType().substring("image/".length()).toUpperCase(Locale.ROOT);
        var size = header.width() == 0 ? "" : " of " + header.width() + " × " + header.height() + " pixels";
        return String.format(Locale.ROOT, "a %s picture%s in %,d bytes", kind, size, bytes);
    }
}
