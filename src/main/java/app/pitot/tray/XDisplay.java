package app.pitot.tray;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Which X server a program talks to.
 *
 * @param host empty for this machine
 * @param number of the display
 */
record XDisplay(String host, int number) {
    private static final Pattern NAME = Pattern.compile("(?:unix|([^/]*))?(?:/unix)?:(\\d{1,5})(?:\\.\\d+)?");
    private static final int FIRST_PORT = 6_000;

    /** What {@code DISPLAY} names; empty for none, or for one that is not understood. */
    static Optional<XDisplay> of(UnaryOperator<String> environment) {
        var name = NAME.matcher(String.valueOf(environment.apply("DISPLAY")));
        return name.matches()
                ? Optional.of(new XDisplay(name.group(1) == null ? "" : name.group(1),
                        Integer.parseInt(name.group(2))))
                : Optional.empty();
    }

    /** Blocks until the server has accepted. */
    SocketChannel connect() throws IOException {
        if (!host.isEmpty()) {
            return SocketChannel.open(new InetSocketAddress(host, FIRST_PORT + number));
        }
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(Path.of("/tmp/.X11-unix/X" + number)));
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
