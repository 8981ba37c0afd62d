package app.pitot.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/** A file being read: counts, tells how far it is, and ends when that is wanted. */
final class Counted extends FilterInputStream {
    private static final long STEP = 1 << 20;

    private final Progress progress;
    private final long size;
    private final double from;
    private final double share;
    private long read;
    private long told;

    /**
     * @param size of the file in bytes
     * @param from progress at its beginning
     * @param share what of the whole work it is to read it
     */
    Counted(InputStream in, long size, Progress progress, double from, double share) {
        super(in);
        this.size = Math.max(1, size);
        this.progress = progress;
        this.from = from;
        this.share = share;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        read += Math.max(0, count);
        if (read - told >= STEP || count < 0) {
            told = read;
            check();
        }
        return count;
    }

    /** @throws InterruptedIOException if it is to end */
    void check() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted() || !progress.at(from + share * Math.min(1, (double) read / size))) {
            throw new InterruptedIOException();
        }
    }
}
