package app.pitot.api;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/**
 * The only place that says whom a connection trusts: the platform's authorities, and for one account those that its user added.
 * There is no way to trust less carefully; host names are always checked.
 */
final class Trust {
    private Trust() {}

    /** Lets {@code client} trust {@code more} beside those that {@code base} trusts. */
    static void add(OkHttpClient.Builder client, X509TrustManager base, List<X509Certificate> more) {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (var known : base.getAcceptedIssuers()) {
                store.setCertificateEntry("platform-" + number++, known);
            }
            for (var added : more) {
                store.setCertificateEntry("added-" + number++, added);
            }
            var manager = manager(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{manager}, null);
            client.sslSocketFactory(context.getSocketFactory(), manager);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This Java has no usual TLS.", e);
        }
    }

    private static X509TrustManager manager(KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (var manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager found) {
                return found;
            }
        }
        throw new GeneralSecurityException("no X.509 trust manager");
    }
}
