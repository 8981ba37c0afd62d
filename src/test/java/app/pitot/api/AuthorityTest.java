package app.pitot.api;

import static app.pitot.api.Talk.content;
import static app.pitot.api.Talk.finish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificate authorities that a user adds for one account. */
@Timeout(60)
class AuthorityTest {
    private static final RawServer.Script ANSWER = (_, wire) -> wire.reply(200, "text/event-stream",
            content("safe") + finish("stop"));

    private static String url(RawServer server) {
        return "https://localhost:" + server.port() + "/v1";
    }

    private static ApiError refused(String pem) {
        return catchThrowableOfType(ApiException.class, () -> CaCertificates.read(pem, Instant.now())).error();
    }

    @Test
    void anAddedAuthorityIsTrustedByItsAccountAndByNoOther() throws Exception {
        try (var server = Tls.server(ANSWER); var client = Tls.client()) {
            var with = Route.DIRECT.trusting(Tls.ROOT_PEM);
            for (int round = 0; round < 2; round++) {
                var good = client.newCall(with.to(url(server)), Talk.HELLO).execute(new Recorder());
                var other = client.newCall(Route.DIRECT.to(url(server)), Talk.HELLO).execute(new Recorder());
                assertThat(good.outcome()).isEqualTo(Outcome.COMPLETE);
                assertThat(other.error().kind()).isEqualTo(ErrorKind.TLS);
                assertThat(other.error().message()).contains("not signed by anyone");
            }
            assertThat(server.requests).hasSize(2);
        }
    }

    @Test
    void anAuthorityBehindAnIntermediateAndBesideOthersIsFound() throws Exception {
        var between = new HeldCertificate.Builder().certificateAuthority(0).signedBy(Tls.ROOT).build();
        var held = Tls.certificate("localhost").signedBy(between).build();
        var mine = new okhttp3.tls.HandshakeCertificates.Builder()
                .heldCertificate(held, between.certificate()).build();
        var another = new HeldCertificate.Builder().certificateAuthority(0).build().certificatePem();
        try (var server = new RawServer(mine.sslContext().getServerSocketFactory(), ANSWER)) {
            var pem = "Bag Attributes\n friendlyName: x\n" + another.replace("\n", "\r\n") + "\n" + Tls.ROOT_PEM;
            assertThat(Route.DIRECT.trusting(pem).talk(url(server)).outcome()).isEqualTo(Outcome.COMPLETE);
        }
    }

    @Test
    void trustInTheAuthorityRelaxesNothingElse() throws Exception {
        var self = Tls.certificate("localhost").build();
        var host = Tls.certificate("other.example").signedBy(Tls.ROOT).build();
        var old = Tls.expired(Tls.certificate("localhost")).signedBy(Tls.ROOT).build();
        for (var held : List.of(self, host, old)) {
            try (var server = Tls.server(held, ANSWER)) {
                var error = Route.DIRECT.trusting(Tls.ROOT_PEM).talk(url(server)).error();
                assertThat(error.kind()).isEqualTo(ErrorKind.TLS);
                assertThat(error.message()).contains(held == self
                        ? "not signed by anyone"
                        : held == host ? "another host" : "expired");
                assertThat(server.requests).isEmpty();
            }
        }
    }

    @Test
    void thePlatformsOwnAuthoritiesStayTrusted() throws Exception {
        var platform = javax.net.ssl.TrustManagerFactory
                .getInstance(javax.net.ssl.TrustManagerFactory.getDefaultAlgorithm());
        platform.init((java.security.KeyStore) null);
        var known = (javax.net.ssl.X509TrustManager) platform.getTrustManagers()[0];
        var client = new okhttp3.OkHttpClient.Builder();
        Trust.add(client, known, List.of(Tls.ROOT.certificate()));
        var now = client.build().x509TrustManager().getAcceptedIssuers();
        assertThat(now).contains(known.getAcceptedIssuers()).contains(Tls.ROOT.certificate());
    }

    @Test
    void whatItHoldsIsTold() throws Exception {
        var read = CaCertificates.read(Tls.ROOT_PEM, Instant.now());
        assertThat(read).hasSize(1);
        assertThat(read.getFirst().name()).contains("CN=Test root");
        assertThat(read.getFirst().until()).isAfterOrEqualTo(LocalDate.now());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "MIIB", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
        "-----BEGIN CERTIFICATE-----\nMIIB", "-----BEGIN CERTIFICATE-----\n§\n-----END CERTIFICATE-----"})
    void whatIsNoCertificateIsRefused(String text) {
        assertThat(refused(text).kind()).isEqualTo(ErrorKind.BAD_SETTING);
        assertThat(refused(text).message()).containsAnyOf("no certificate", "damaged").doesNotContain("MIIB");
    }

    @Test
    void aCutCertificateAndAFloodAreRefused() {
        assertThat(refused(Tls.ROOT_PEM.replaceFirst("[A-Za-z0-9+/]{20}\n", "\n")).message()).contains("damaged");
        assertThat(refused("x".repeat(300_000)).message()).contains("too long");
        assertThat(refused(Tls.ROOT_PEM.repeat(250)).message()).contains("too long");
    }

    @Test
    void aPrivateKeyIsRefusedAndNotRepeated() {
        for (var key : List.of(Tls.ROOT.privateKeyPkcs8Pem(), Tls.ROOT_PEM + Tls.ROOT.privateKeyPkcs8Pem(),
                "-----BEGIN EC PRIVATE KEY-----\nQUJD\n-----END EC PRIVATE KEY-----",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nQUJD\n-----END ENCRYPTED PRIVATE KEY-----")) {
            var error = refused(key);
            assertThat(error.message()).contains("private key", "not stored");
            assertThat(error.toString()).doesNotContain("QUJD", key.substring(30, 60));
        }
    }

    @Test
    void aServersOwnCertificateOrAnAuthorityPastItsTimeIsRefused() throws Exception {
        var leaf = Tls.certificate("localhost").signedBy(Tls.ROOT).build().certificatePem();
        var old = Tls.expired(new HeldCertificate.Builder().commonName("Old root").certificateAuthority(0)).build();
        long soon = System.currentTimeMillis() + TimeUnit.DAYS.toMillis(3);
        var young = new HeldCertificate.Builder().commonName("Young root").certificateAuthority(0)
                .validityInterval(soon, soon + 1_000_000).build();
        assertThat(refused(leaf).message()).contains("CN=test", "a server's own");
        assertThat(refused(old.certificatePem()).message()).contains("CN=Old root", "1970-01-02");
        assertThat(refused(young.certificatePem()).message()).contains("CN=Young root", "clock");
        assertThat(refused(Tls.ROOT_PEM + leaf).message()).contains("a server's own");
        var error = Route.DIRECT.trusting(old.certificatePem()).talk("https://127.0.0.1:1/v1").error();
        assertThat(error.kind()).as("also when it is used").isEqualTo(ErrorKind.BAD_SETTING);
    }
}
