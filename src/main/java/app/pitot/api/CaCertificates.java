package app.pitot.api;

import app.pitot.base.Texts;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Certificate authorities that a user adds to those of the platform, as PEM. Nothing of a refused text is ever repeated. */
public final class CaCertificates {
    /**
     * One authority, for showing.
     *
     * @param name its subject
     * @param until the last day on which it is good, in UTC
     */
    public record Authority(String name, LocalDate until) {}

    /** Longest text that is taken, in characters. */
    public static final int MAX_LENGTH = 256 * 1024;

    private static final int MAX_CERTIFICATES = 200;
    private static final int SIGNS_CERTIFICATES = 5;
    private static final Pattern PRIVATE = Pattern.compile("-----BEGIN [A-Z0-9 ]*PRIVATE KEY");
    private static final Pattern CERTIFICATE = Pattern
            .compile("-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----([A-Za-z0-9+/=\\s]*)-----END");

    private CaCertificates() {}

    /**
     * What {@code pem} holds.
     *
     * @throws ApiException of kind BAD_SETTING with a sentence for the user, if it holds no certificate of an authority that is
     *     good at {@code now}, or anything that does not belong there
     */
    public static List<Authority> read(String pem, Instant now) throws ApiException {
        return parse(pem, now).stream().map(each -> new Authority(each.getSubjectX500Principal().getName(),
                each.getNotAfter().toInstant().atZone(ZoneOffset.UTC).toLocalDate())).toList();
    }

    static List<X509Certificate> parse(String pem, Instant now) throws ApiException {
        if (pem.length() > MAX_LENGTH) {
            throw bad("api.ca.long");
        }
        if (PRIVATE.matcher(pem).find()) {
            throw bad("api.ca.private");
        }
        var found = new ArrayList<X509Certificate>();
        var matcher = CERTIFICATE.matcher(pem);
        while (matcher.find()) {
            if (found.size() == MAX_CERTIFICATES) {
                throw bad("api.ca.long");
            }
            found.add(checked(certificate(matcher.group(1)), now));
        }
        if (found.isEmpty()) {
            throw bad(pem.contains("-----BEGIN") ? "api.ca.broken" : "api.ca.none");
        }
        return found;
    }

    private static X509Certificate certificate(String base64) throws ApiException {
        try {
            var der = java.util.Base64.getMimeDecoder().decode(base64);
            var factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException e) {
            throw bad("api.ca.broken");
        }
    }

    private static X509Certificate checked(X509Certificate certificate, Instant now) throws ApiException {
        var name = certificate.getSubjectX500Principal().getName();
        if (!authority(certificate)) {
            throw bad("api.ca.leaf", name);
        }
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            throw bad("api.ca.expired", name, date(certificate.getNotAfter().toInstant()));
        }
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            throw bad("api.ca.early", name, date(certificate.getNotBefore().toInstant()));
        }
        return certificate;
    }

    /** Certificates of version 1 do not say; those that sign themselves are roots of old. */
    private static boolean authority(X509Certificate certificate) {
        var usage = certificate.getKeyUsage();
        if (certificate.getVersion() < 3) {
            return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        }
        return certificate.getBasicConstraints() >= 0 && (usage == null || usage[SIGNS_CERTIFICATES]);
    }

    private static String date(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static ApiException bad(String key, Object... arguments) {
        var words = Texts.get(key, arguments);
        return new ApiException(new ApiError(ErrorKind.BAD_SETTING, null, null, words, null, null));
    }
}
