package app.pitot.bench;

import java.awt.Point;
import java.io.IOException;

/** A window under {@link WholeWindowBench}: a process tree that shows replies and says when. */
interface Client extends AutoCloseable {
    String name();

    ProcessTree tree();

    /** Waits until one can type into it; where to click for that. */
    Point ready() throws IOException, InterruptedException;

    /** The next reply that is asked for is the {@code number}th and is to be timed. */
    void expect(int number) throws IOException;

    /** Waits until its last word was painted: that time; the pulses until then; the painted keys since the question. */
    String report() throws IOException, InterruptedException;

    @Override
    void close();
}
