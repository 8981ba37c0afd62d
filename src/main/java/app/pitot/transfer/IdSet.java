package app.pitot.transfer;

/** Which ids a file has named so far, by a 64-bit hash of each: a million take 16 MB. */
final class IdSet {
    private long[] slots = new long[1 << 10];
    private int size;

    /** False if it was there before; by chance, once in some 10^7 files of a million ids, also if it was not. */
    boolean add(String id) {
        if (size * 2 >= slots.length) {
            grow();
        }
        return put(hash(id));
    }

    private boolean put(long hash) {
        int at = (int) (hash & slots.length - 1);
        while (slots[at] != 0) {
            if (slots[at] == hash) {
                return false;
            }
            at = at + 1 & slots.length - 1;
        }
        slots[at] = hash;
        size++;
        return true;
    }

    private void grow() {
        var old = slots;
        slots = new long[old.length * 2];
        size = 0;
        for (long each : old) {
            if (each != 0) {
                put(each);
            }
        }
    }

    private static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
            hash ^= hash >>> 29;
        }
        hash = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
