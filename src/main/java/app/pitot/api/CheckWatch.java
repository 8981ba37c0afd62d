package app.pitot.api;

import app.pitot.api.CheckStep.Kind;
import app.pitot.provider.Connection.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.Handshake;
import okhttp3.HttpUrl;

/** Tells the steps of a test that happen before anything is sent. */
final class CheckWatch implements ConnectSteps {
    private static final int MAX_ADDRESSES = 6;
    private static final int MAX_NAME = 200;

    private final CheckReport report;
    private final HttpUrl url;
    private final Way.Hop proxy;
    private final ErrorParser errors;
    private volatile long proxyNanos;

    CheckWatch(CheckReport report, HttpUrl url, Passage passage) {
        this.report = report;
        this.url = url;
        proxy = passage.proxy();
        errors = passage.errors(url.host());
    }

    /** What is certain before the start. */
    void begin() {
        if (proxy != null) {
            report.skip(Kind.DNS, "api.check.dns.proxy");
        } else if (Hosts.isAddress(url.host())) {
            report.skip(Kind.DNS, "api.check.dns.address");
            report.skip(Kind.PROXY, "api.check.proxy.none");
        }
    }

    /** The first step of which nothing was told yet. */
    Kind next() {
        for (var kind : Kind.values()) {
            if (!report.told(kind)) {
                return kind;
            }
        }
        return Kind.MODELS;
    }

    @Override
    public void resolved(List<InetAddress> addresses) {
        if (proxy == null) {
            var shown = addresses.stream().limit(MAX_ADDRESSES).map(InetAddress::getHostAddress)
                    .collect(Collectors.joining(", "));
            report.ok(Kind.DNS, "api.check.dns", shown);
            report.skip(Kind.PROXY, "api.check.proxy.none");
        }
    }

    @Override
    public void connected(InetSocketAddress address) {
        if (proxy == null) {
            report.ok(Kind.TCP, "api.check.tcp", address.getAddress().getHostAddress(),
                    String.valueOf(address.getPort()));
        } else {
            proxyNanos = report.lap();
            // A proxy that passes requests on says only with the answer whether it does.
            if (proxy.kind() == Proxy.Kind.SOCKS || url.isHttps()) {
                throughProxy();
            }
        }
        if (!url.isHttps() && report.told(Kind.TCP)) {
            report.skip(Kind.TLS, "api.check.tls.none");
        }
    }

    /** An answer came that is not the proxy's. */
    void answered() {
        if (proxy != null) {
            throughProxy();
            report.skip(Kind.TLS, "api.check.tls.none");
        }
    }

    private void throughProxy() {
        report.ok(Kind.PROXY, proxyNanos, "api.check.proxy", proxy.name());
        report.skip(Kind.TCP, "api.check.tcp.proxy");
    }

    @Override
    public void secured(Handshake handshake) {
        var version = handshake.tlsVersion().javaName();
        var suite = handshake.cipherSuite().javaName();
        if (!handshake.peerCertificates().isEmpty()
                && handshake.peerCertificates().getFirst() instanceof X509Certificate shown) {
            report.ok(Kind.TLS, "api.check.tls", version, suite, name(shown.getSubjectX500Principal().getName()),
                    name(shown.getIssuerX500Principal().getName()),
                    shown.getNotAfter().toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString());
        }
    }

    private String name(String given) {
        var clean = errors.redactor().clean(HtmlText.withoutTags(given));
        return clean.length() <= MAX_NAME ? clean : clean.substring(0, MAX_NAME) + "…";
    }
}
