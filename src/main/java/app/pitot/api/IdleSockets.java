package app.pitot.api;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;

/**
 * Looks whether the server has left an idle connection. Many servers do after 5 s; OkHttp looks only after 10 s of
 * idleness, and in between a request would be lost, because it may not be sent twice.
 */
final class IdleSockets {
    /** In milliseconds: the shortest wait that a socket knows. */
    private static final int LOOK = 1;

    private IdleSockets() {}

    /** Closes {@code socket} and returns true if it has ended or holds bytes that nobody asked for. */
    static boolean closeIfDead(Socket socket) {
        try {
            int before = socket.getSoTimeout();
            socket.setSoTimeout(LOOK);
            try {
                socket.getInputStream().read();
            } finally {
                socket.setSoTimeout(before);
            }
        } catch (SocketTimeoutException alive) {
            return false;
        } catch (IOException gone) {
            return close(socket);
        }
        return close(socket);
    }

    private static boolean close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closedAnyway) {
            return true;
        }
        return true;
    }
}
