package app.pitot.api;

import app.pitot.api.ProxyException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/** A socket whose {@code connect} goes through a SOCKS 5 proxy. */
final class SocksSocket extends Socket {
    private final SocksSockets proxy;

    SocksSocket(SocksSockets proxy) {
        super(Proxy.NO_PROXY);
        this.proxy = proxy;
    }

    @Override
    public void connect(SocketAddress to) throws IOException {
        connect(to, 0);
    }

    /** {@code millis} is for the way to the proxy and again for each of its answers; 0 is for ever. */
    @Override
    public void connect(SocketAddress to, int millis) throws IOException {
        reach(millis);
        int before = getSoTimeout();
        setSoTimeout(millis);
        try {
            new SocksTalk(getInputStream(), getOutputStream()).open((InetSocketAddress) to, proxy.user(),
                    proxy.password());
        } catch (SocketTimeoutException e) {
            throw new ProxyException(Reason.SILENT, e);
        } catch (EOFException e) {
            throw new ProxyException(Reason.NONSENSE, e);
        }
        setSoTimeout(before);
    }

    private void reach(int millis) throws IOException {
        try {
            // Only the first address: a socket that failed to connect is of no more use.
            super.connect(new InetSocketAddress(proxy.addresses().getFirst(), proxy.port()), millis);
        } catch (UnknownHostException e) {
            throw new ProxyException(Reason.UNKNOWN, e);
        } catch (SocketTimeoutException e) {
            throw new ProxyException(Reason.SILENT, e);
        } catch (IOException e) {
            throw isClosed() ? e : new ProxyException(Reason.UNREACHABLE, e);
        }
    }
}
