package app.pitot.instance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the process that has the window. */
final class Question {
    private static final Logger LOG = LoggerFactory.getLogger(Question.class);

    private Question() {}

    /** What came of it. */
    enum Answer {
        /** The window is in front. */
        SHOWN,
        /** The window shows something else. */
        OTHER,
        /** There is a process, and it does not answer in time. */
        SILENCE,
        /** The process is not there, not yet, or just ends. */
        NOBODY
    }

    /**
     * @param answer how long to wait for the first word
     * @param shown how long to wait from then on
     */
    static Answer ask(Path socket, String wish, Duration answer, Duration shown) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return ask(channel, wish, answer, shown);
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            LOG.debug("nobody answers at {}: {}", socket, e.toString());
            return Answer.NOBODY;
        }
    }

    private static Answer ask(SocketChannel channel, String wish, Duration answer, Duration shown) {
        boolean here = false;
        try {
            var waiting = Line.closeAfter(channel, answer);
            Line.write(channel, wish.isEmpty() ? Line.SHOW : Line.SHOW + " " + wish);
            var first = Line.read(channel);
            waiting.complete(null);
            here = Line.HERE.equals(first);
            Line.closeAfter(channel, shown);
            var then = here ? Line.read(channel) : first;
            if (Line.SHOWN.equals(then)) {
                return Answer.SHOWN;
            }
            if (Line.OTHER.equals(then)) {
                return Answer.OTHER;
            }
            // It closed the line: it is about to end, and its lock will be free in a moment.
            return Answer.NOBODY;
        } catch (IOException e) {
            // Our own closing above is what ends a silence; anything else is the other side breaking off.
            return channel.isOpen() ? Answer.NOBODY : Answer.SILENCE;
        }
    }
}
