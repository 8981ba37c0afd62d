package app.pitot.ui.settings;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Certificates as PEM text. */
final class Certificates {
    /** Longest text accepted, in characters. */
    static final int MOST = 200_000;

    private Certificates() {}

    /**
     * Whose certificates {@code pem} holds, at least one.
     *
     * @throws CertificateException if it holds none or cannot be read
     */
    static List<String> subjects(String pem) throws CertificateException {
        if (pem.length() > MOST || pem.contains("PRIVATE KEY") || !pem.contains("-----BEGIN CERTIFICATE-----")) {
            throw new CertificateException("not a certificate");
        }
        var bytes = new ByteArrayInputStream(pem.strip().getBytes(StandardCharsets.US_ASCII));
        var found = CertificateFactory.getInstance("X.509").generateCertificates(bytes);
        if (found.isEmpty()) {
            throw new CertificateException("no certificate");
        }
        return found.stream().map(each -> ((X509Certificate) each).getSubjectX500Principal().getName()).toList();
    }
}
