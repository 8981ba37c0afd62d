package app.pitot.api;

import static app.pitot.api.Talk.content;
import static app.pitot.api.Talk.finish;
import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** Certificates, good and bad. */
class TlsTest {
    private static HeldCertificate.Builder certificate(String host) {
        return new HeldCertificate.Builder().commonName("test").addSubjectAlternativeName(host);
    }

    private static final HeldCertificate ROOT = new HeldCertificate.Builder().certificateAuthority(0).build();

    private static Talk talk(HeldCertificate.Builder builder, boolean trusted) throws Exception {
        var held = builder.signedBy(ROOT).build();
        var mine = new HandshakeCertificates.Builder().heldCertificate(held).build();
        var trust = new HandshakeCertificates.Builder().addTrustedCertificate(ROOT.certificate()).build();
        var base = trusted
                ? new OkHttpClient.Builder().sslSocketFactory(trust.sslSocketFactory(), trust.trustManager()).build()
                : new OkHttpClient();
        try (var server = new RawServer(mine.sslContext().getServerSocketFactory(),
                (_, wire) -> wire.reply(200, "text/event-stream", content("safe") + finish("stop")));
                var client = new OkHttpChatClient(Clocks.system(), Timeouts.defaults(), base)) {
            var talk = Talk.with(client, "https://localhost:" + server.port() + "/v1", "auto");
            assertThat(server.requests).hasSize(talk.end.outcome() == Outcome.COMPLETE ? 1 : 0);
            return talk;
        }
    }

    @Test
    void aTrustedCertificateWorksAndItsHandshakeIsTimed() throws Exception {
        var talk = talk(certificate("localhost"), true);
        assertThat(talk.end.outcome()).isEqualTo(Outcome.COMPLETE);
        var timing = talk.sink.connections.getFirst();
        assertThat(timing.dnsNanos()).isPositive();
        assertThat(timing.tcpNanos()).isPositive();
        assertThat(timing.tlsNanos()).isPositive();
    }

    @Test
    void selfSignedExpiredAndWrongHostAreRefusedEachWithItsReason() throws Exception {
        var unknown = talk(certificate("localhost"), false).end.error();
        var expired = talk(certificate("localhost").validityInterval(0, TimeUnit.DAYS.toMillis(1)), true).end
                .error();
        var host = talk(certificate("other.example"), true).end.error();
        assertThat(unknown.kind()).isEqualTo(ErrorKind.TLS);
        assertThat(expired.kind()).isEqualTo(ErrorKind.TLS);
        assertThat(host.kind()).isEqualTo(ErrorKind.TLS);
        assertThat(unknown.message()).contains("not signed by anyone");
        assertThat(expired.message()).contains("expired");
        assertThat(host.message()).contains("another host");
    }

    @Test
    void httpsToAPlainServerIsATlsFailure() throws Exception {
        try (var server = new RawServer((_, wire) -> wire.send("HTTP/1.1 400 Bad\r\n\r\n").finish());
                var client = Talk.client()) {
            var talk = Talk.with(client, "https://127.0.0.1:" + server.port() + "/v1", "auto");
            assertThat(talk.end.outcome()).isEqualTo(Outcome.FAILED);
        }
    }
}
