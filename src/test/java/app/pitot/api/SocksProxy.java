package app.pitot.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A SOCKS 5 proxy that may want a login. */
final class SocksProxy extends TestProxy {
    private final String login;
    private final int reply;

    /** @param login as user:password, or null for anyone */
    SocksProxy(String login) throws IOException {
        this(login, 0);
    }

    /** @param reply to every request to connect; 0 to serve it */
    SocksProxy(String login, int reply) throws IOException {
        this.login = login;
        this.reply = reply;
    }

    @Override
    void serve(Socket client, InputStream in, OutputStream out) throws IOException {
        if (in.read() != 5) {
            return;
        }
        boolean offered = false;
        for (int left = in.read(); left > 0; left--) {
            offered |= in.read() == 2;
        }
        if (login != null && !offered) {
            say(out, 5, 0xFF);
            return;
        }
        say(out, 5, login == null ? 0 : 2);
        if (login != null && !allowed(in, out)) {
            return;
        }
        in.skipNBytes(3);
        int type = in.read();
        var host = type == 3
                ? text(in)
                : InetAddress.getByAddress(in.readNBytes(type == 1 ? 4 : 16)).getHostAddress();
        int port = in.read() << 8 | in.read();
        if (reply != 0) {
            asked.add(host + ":" + port);
            say(out, 5, reply, 0, 1, 0, 0, 0, 0, 0, 0);
            return;
        }
        var there = reach(host, port);
        // The answer with a name of 3 letters, and the first bytes of the server right behind it.
        say(out, 5, 0, 0, 3, 3, 'a', 'b', 'c', 0, 80);
        relay(in, out, there);
    }

    private boolean allowed(InputStream in, OutputStream out) throws IOException {
        in.read();
        var given = text(in) + ":" + text(in);
        logins.add(given);
        boolean right = given.equals(login);
        say(out, 1, right ? 0 : 1);
        return right;
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readNBytes(in.read()), StandardCharsets.UTF_8);
    }

    private static void say(OutputStream out, int... bytes) throws IOException {
        for (int b : bytes) {
            out.write(b);
        }
        out.flush();
    }
}
