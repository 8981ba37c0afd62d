package app.pitot.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.zip.CRC32C;

/**
 * Tells whether ids may be among others that are known by 24 bits each: these stand in their order, as differences, which is
 * a little over two bytes an id where there are two thousand, with a checksum before them. An id that is not among two
 * thousand seems to be one in about 8,000 times.
 */
final class IdHashes {
    private static final int BITS = 24;
    private static final int SUM = 4;

    private final int[] asked;

    /** @param asked the ids that are looked for */
    IdHashes(Collection<String> asked) {
        this.asked = hashes(asked);
    }

    static byte[] of(Collection<String> ids) {
        var hashes = hashes(ids);
        try (var out = new SheetOut(); var whole = new SheetOut()) {
            int last = 0;
            for (int hash : hashes) {
                out.number(hash - last);
                last = hash;
            }
            var bytes = out.bytes();
            whole.raw(sum(bytes, 0));
            whole.raw(bytes);
            return whole.bytes();
        }
    }

    /** False if none of them is among those; true if one may be, or if these are not what was written. */
    boolean mayBeIn(byte[] hashes) {
        if (hashes == null || hashes.length < SUM || !Arrays.equals(sum(hashes, SUM), 0, SUM, hashes, 0, SUM)) {
            return true;
        }
        int hash = 0;
        int part = 0;
        int shift = 0;
        int next = 0;
        for (int i = SUM; i < hashes.length && next < asked.length; i++) {
            part |= (hashes[i] & 0x7F) << shift;
            shift += 7;
            if (hashes[i] >= 0) {
                hash += part;
                part = 0;
                shift = 0;
                while (next < asked.length && asked[next] < hash) {
                    next++;
                }
                if (next < asked.length && asked[next] == hash) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int[] hashes(Collection<String> ids) {
        return ids.stream().mapToInt(IdHashes::hash).sorted().distinct().toArray();
    }

    private static int hash(String id) {
        var crc = new CRC32C();
        crc.update(id.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() >>> Integer.SIZE - BITS);
    }

    private static byte[] sum(byte[] bytes, int from) {
        var crc = new CRC32C();
        crc.update(bytes, from, bytes.length - from);
        return ByteBuffer.allocate(SUM).putInt((int) crc.getValue()).array();
    }
}
