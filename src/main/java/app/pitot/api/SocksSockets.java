package app.pitot.api;

import app.pitot.keys.Secret;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * Sockets through a SOCKS 5 proxy, each way with its own user name and password. The JDK's own would ask one authenticator of
 * the whole program, which cannot tell two accounts at one proxy apart.
 */
final class SocksSockets extends PlainSockets {
    private static final byte[] UNRESOLVED = {0, 0, 0, 0};

    private final String host;
    private final int port;
    private final String user;
    private final Secret password;
    private final Dns dns;

    /**
     * @param user null if none is to be offered
     * @param password stays the caller's, who wipes it after the last connect; may be null
     * @param dns for the proxy's own name
     */
    SocksSockets(String host, int port, String user, Secret password, Dns dns) {
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
        this.dns = dns;
    }

    /** The name is the proxy's to look up: here it only gets an address that {@link SocksSocket} knows for none. */
    static List<InetAddress> unresolved(String name) throws UnknownHostException {
        return List.of(InetAddress.getByAddress(name, UNRESOLVED));
    }

    @Override
    public Socket createSocket() {
        return new SocksSocket(this);
    }

    /** Every address of the proxy. */
    List<InetAddress> addresses() throws UnknownHostException {
        return dns.lookup(host);
    }

    int port() {
        return port;
    }

    String user() {
        return user;
    }

    /** In clear; the caller drops it at once. Empty if there is none. */
    String password() {
        return password == null ? "" : password.plain();
    }
}
