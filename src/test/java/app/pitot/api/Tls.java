package app.pitot.api;

import app.pitot.base.Clocks;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Authorities and servers that nobody but a test trusts. */
final class Tls {
    static final HeldCertificate ROOT = new HeldCertificate.Builder().commonName("Test root").certificateAuthority(0)
            .build();
    static final String ROOT_PEM = ROOT.certificatePem();

    private Tls() {}

    static HeldCertificate.Builder certificate(String host) {
        return new HeldCertificate.Builder().commonName("test").addSubjectAlternativeName(host);
    }

    /** A server whose certificate for {@code localhost} {@link #ROOT} has signed. */
    static RawServer server(RawServer.Script script) throws IOException {
        return server(certificate("localhost").signedBy(ROOT).build(), script);
    }

    static RawServer server(HeldCertificate held, RawServer.Script script) throws IOException {
        var mine = new HandshakeCertificates.Builder().heldCertificate(held).build();
        return new RawServer(mine.sslContext().getServerSocketFactory(), script);
    }

    /** A certificate that was good for one day in 1970. */
    static HeldCertificate.Builder expired(HeldCertificate.Builder builder) {
        return builder.validityInterval(0, TimeUnit.DAYS.toMillis(1));
    }

    static ChatClient client() {
        return new OkHttpChatClient(Clocks.system());
    }
}
