package app.pitot.api;

import app.pitot.api.ProxyException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What is said to a SOCKS 5 proxy before it lets a connection through: RFC 1928, and RFC 1929 for the password. */
final class SocksTalk {
    private static final int VERSION = 5;
    private static final int LOGIN_VERSION = 1;
    private static final int NO_LOGIN = 0;
    private static final int LOGIN = 2;
    private static final int NOTHING_SUITS = 0xFF;
    private static final int CONNECT = 1;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;

    private final InputStream in;
    private final OutputStream out;

    SocksTalk(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** @param user null if none is to be offered */
    void open(InetSocketAddress to, String user, String password) throws IOException {
        send(user == null ? new byte[]{VERSION, 1, NO_LOGIN} : new byte[]{VERSION, 2, NO_LOGIN, LOGIN});
        expect(VERSION);
        switch (next()) {
            case NO_LOGIN -> {
                // Nothing to say.
            }
            case LOGIN -> login(user, password);
            case NOTHING_SUITS -> throw new ProxyException(Reason.LOGIN, null);
            default -> throw new ProxyException(Reason.NONSENSE, null);
        }
        send(request(to));
        expect(VERSION);
        answer(next());
        // The address that the proxy connects from is of no interest, but the next byte is the server's.
        next();
        int type = next();
        skip(switch (type) {
            case IPV4 -> 4;
            case IPV6 -> 16;
            case NAME -> next();
            default -> throw new ProxyException(Reason.NONSENSE, null);
        } + 2);
    }

    private void login(String user, String password) throws IOException {
        if (user == null) {
            throw new ProxyException(Reason.NONSENSE, null);
        }
        var login = new ByteArrayOutputStream();
        login.write(LOGIN_VERSION);
        text(login, user);
        text(login, password);
        var bytes = login.toByteArray();
        send(bytes);
        Arrays.fill(bytes, (byte) 0);
        expect(LOGIN_VERSION);
        if (next() != 0) {
            throw new ProxyException(Reason.LOGIN, null);
        }
    }

    private static void text(ByteArrayOutputStream to, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > ProxySettings.MAX_SOCKS_TEXT) {
            throw new ProxyException(Reason.LOGIN, null);
        }
        to.write(bytes.length);
        to.writeBytes(bytes);
        Arrays.fill(bytes, (byte) 0);
    }

    private static byte[] request(InetSocketAddress to) throws IOException {
        var request = new ByteArrayOutputStream();
        request.writeBytes(new byte[]{VERSION, CONNECT, 0});
        var address = to.getAddress();
        if (address == null || address.isAnyLocalAddress()) {
            request.write(NAME);
            text(request, to.getHostString());
        } else {
            request.write(address instanceof Inet4Address ? IPV4 : IPV6);
            request.writeBytes(address.getAddress());
        }
        request.write(to.getPort() >> 8);
        request.write(to.getPort());
        return request.toByteArray();
    }

    private static void answer(int code) throws IOException {
        switch (code) {
            case 0 -> {
                // Connected.
            }
            case 2 -> throw new ProxyException(Reason.FORBIDDEN, null);
            case 1, 3, 4, 5, 6 -> throw new ProxyException(Reason.NO_ROUTE, null);
            default -> throw new ProxyException(Reason.NONSENSE, null);
        }
    }

    private void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    private void expect(int wanted) throws IOException {
        if (next() != wanted) {
            throw new ProxyException(Reason.NONSENSE, null);
        }
    }

    private int next() throws IOException {
        int read = in.read();
        if (read < 0) {
            throw new EOFException();
        }
        return read;
    }

    private void skip(int bytes) throws IOException {
        in.skipNBytes(bytes);
    }
}
