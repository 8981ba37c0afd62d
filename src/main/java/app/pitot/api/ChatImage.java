package app.pitot.api;

import java.util.Arrays;
import java.util.Objects;

/**
 * A picture that goes with a question. Its bytes are never changed.
 *
 * @param mediaType {@code image/png} or {@code image/jpeg}
 * @param bytes the encoded file, not copied
 */
public record ChatImage(String mediaType, byte[] bytes) {
    @Override
    public boolean equals(Object other) {
        return other instanceof ChatImage image && mediaType.equals(image.mediaType)
                && Arrays.equals(bytes, image.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(mediaType, Arrays.hashCode(bytes));
    }

    @Override
    public String toString() {
        return mediaType + ", " + bytes.length + " bytes";
    }
}
