package app.pitot.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** UTF-8 on its way to a printer of characters, in whole lines, so that no character is cut in two. */
final class PrinterStream extends OutputStream {
    private static final int ENOUGH = 1 << 13;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final PrintWriter out;

    PrinterStream(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
        line.write(one);
        if (one == '\n' && line.size() > ENOUGH) {
            flush();
        }
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        for (int i = from; i < from + count; i++) {
            write(bytes[i]);
        }
    }

    void text(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IOException if nobody reads: then it need not go on */
    @Override
    public void flush() throws IOException {
        out.print(line.toString(StandardCharsets.UTF_8));
        line.reset();
        if (out.checkError()) {
            throw new IOException("nobody reads");
        }
    }

    /** Leaves the printer open. */
    @Override
    public void close() throws IOException {
        flush();
    }
}
