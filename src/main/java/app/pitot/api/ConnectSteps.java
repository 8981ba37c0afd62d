package app.pitot.api;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import okhttp3.Handshake;

/** Told how a connection comes to be, from the threads that open it; of several attempts each may be told. */
interface ConnectSteps {
    /** For calls whose connection nobody asks about. */
    ConnectSteps UNSEEN = new ConnectSteps() {
        @Override
        public void resolved(List<InetAddress> addresses) {}

        @Override
        public void connected(InetSocketAddress address) {}

        @Override
        public void secured(Handshake handshake) {}
    };

    /** A name was looked up: the proxy's, if there is an HTTP proxy. */
    void resolved(List<InetAddress> addresses);

    /** There is a connection to the endpoint, through the proxy if there is one. */
    void connected(InetSocketAddress address);

    void secured(Handshake handshake);
}
