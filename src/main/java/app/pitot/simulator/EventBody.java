package app.pitot.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The event stream of one reply on its way out, with the fault that hits it on the way. */
final class EventBody {
    /** The fault has ended the stream. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1;
    }

    private final OutputStream out;
    private final Frames frames;
    private final Fault fault;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private long sent;
    private boolean malformed;

    /** @param fault or null */
    EventBody(OutputStream out, Frames frames, Fault fault) {
        this.out = out;
        this.frames = frames;
        this.fault = fault;
    }

    void send(byte[] frame) throws IOException, Broken {
        if (fault == null) {
            write(frame, frame.length);
            return;
        }
        switch (fault.kind()) {
            case STALL, CUT, END -> {
                if (breaksAt(frame)) {
                    write(frame, (int) (fault.amount() - sent));
                    throw new Broken();
                }
            }
            case ERROR -> {
                if (breaksAt(frame)) {
                    var error = frames.error();
                    write(error, error.length);
                    throw new Broken();
                }
            }
            case MALFORMED -> {
                if (sent >= fault.amount() && !malformed) {
                    malformed = true;
                    var bad = frames.malformed();
                    write(bad, bad.length);
                }
            }
            case BURST -> {
                held.writeBytes(frame);
                return;
            }
            default -> {
                // The other faults do not touch the stream.
            }
        }
        write(frame, frame.length);
    }

    /** True if {@link #send} would end the stream instead of sending all of this. */
    boolean breaksAt(byte[] frame) {
        return fault != null && switch (fault.kind()) {
            case STALL, CUT, END -> sent + frame.length > fault.amount();
            case ERROR -> sent >= fault.amount();
            default -> false;
        };
    }

    /** Ends the stream: sends what a burst has held back. */
    void finish() throws IOException {
        write(held.toByteArray(), held.size());
    }

    private void write(byte[] bytes, int length) throws IOException {
        if (length == 0)
            return;
        out.write(bytes, 0, length);
        out.flush();
        sent += length;
    }
}
