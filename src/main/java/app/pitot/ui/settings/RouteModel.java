package app.pitot.ui.settings;

import app.pitot.api.ApiException;
import app.pitot.api.CaCertificates;
import app.pitot.api.Timeouts;
import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.keys.Secret;
import app.pitot.provider.AccountEntry.Route;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Connection.Waits;
import app.pitot.provider.KeyPlace;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** How an account's endpoint is reached: headers, proxy, certificate, waiting times. JavaFX thread only. */
final class RouteModel {
    private static final int MOST_HEADERS = 30;

    private final Catalogue catalogue;
    private final Clocks clocks;
    private final ObservableList<HeaderRow> headers = FXCollections.observableArrayList();
    private final ProxyModel proxy;
    private final StringProperty certificate = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper certificateProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper certificateOf = new ReadOnlyStringWrapper("");
    private final WaitModel connect;
    private final WaitModel answer;
    private final WaitModel idle;
    private boolean session;

    RouteModel(Route from, Catalogue catalogue, Clocks clocks) {
        this.catalogue = catalogue;
        this.clocks = clocks;
        from.headers().forEach(each -> headers.add(new HeaderRow(each, catalogue)));
        this.proxy = new ProxyModel(from.proxy(), catalogue);
        var usual = Timeouts.defaults();
        var waits = from.waits();
        this.connect = new WaitModel(waits == null ? null : waits.connect(), usual.connect());
        this.answer = new WaitModel(waits == null ? null : waits.headers(), usual.headers());
        this.idle = new WaitModel(waits == null ? null : waits.idle(), usual.idle());
        certificate.addListener((_, _, _) -> judge());
        certificate.set(from.certificatePem() == null ? "" : from.certificatePem());
    }

    ObservableList<HeaderRow> headers() {
        return headers;
    }

    ProxyModel proxy() {
        return proxy;
    }

    /** PEM; blank for none. */
    StringProperty certificate() {
        return certificate;
    }

    ReadOnlyStringProperty certificateProblem() {
        return certificateProblem.getReadOnlyProperty();
    }

    /** Whose certificate it is; empty if there is none. */
    ReadOnlyStringProperty certificateOf() {
        return certificateOf.getReadOnlyProperty();
    }

    WaitModel connect() {
        return connect;
    }

    WaitModel answer() {
        return answer;
    }

    WaitModel idle() {
        return idle;
    }

    /** New secrets are to be kept in memory, and not where the key is. */
    void keepForTheSession() {
        session = true;
    }

    void addHeader() {
        if (headers.size() < MOST_HEADERS) {
            headers.add(new HeaderRow(null, catalogue));
        }
    }

    void remove(HeaderRow row) {
        row.entered().clear();
        headers.remove(row);
    }

    /**
     * True if all of it can be used; if not, each problem is said beside its field.
     *
     * @param keyed true if the account has a key of its own
     */
    boolean check(boolean keyed) {
        boolean good = proxy.check();
        var names = new HashSet<String>();
        for (var row : headers) {
            good &= row.check(keyed);
            if (!names.add(row.name().get().strip().toLowerCase(Locale.ROOT)) && row.problem().get().isEmpty()) {
                row.complain(Texts.get("form.header.twice"));
                good = false;
            }
        }
        return good && certificateProblem.get().isEmpty() && connect.readable() && answer.readable()
                && idle.readable();
    }

    /** As it is to be written down; call {@link #check} first. */
    Route route() {
        var waits = new Waits(connect.value(), answer.value(), idle.value());
        var usual = Timeouts.defaults();
        boolean asUsual = waits.equals(new Waits(usual.connect(), usual.headers(), usual.idle()));
        var pem = certificate.get().strip();
        var place = session ? new KeyPlace(KeyPlace.Kind.SESSION, null, null) : null;
        return new Route(headers.stream().map(row -> row.header(place)).toList(), proxy.entry(place),
                pem.isEmpty() ? null : pem,
                asUsual ? null : waits);
    }

    /** All that the user can change, to be compared; of secrets only whether there is one. */
    List<Object> entered() {
        return Arrays.asList(headers.stream().map(HeaderRow::typed).toList(), proxy.typed(), certificate.get(),
                connect.text().get(), answer.text().get(), idle.text().get());
    }

    /** Fresh copies of the header values that were entered; the caller closes them. */
    Map<String, Secret> secrets() {
        var secrets = new HashMap<String, Secret>();
        for (var row : headers) {
            if (row.secret().get() && row.entered().usable().get()) {
                secrets.put(row.name().get().strip(), row.entered().secret());
            }
        }
        return secrets;
    }

    /** Wipes every secret that was entered. */
    void clear() {
        headers.forEach(row -> row.entered().clear());
        proxy.password().clear();
    }

    private void judge() {
        certificateProblem.set("");
        certificateOf.set("");
        if (certificate.get().isBlank()) {
            return;
        }
        try {
            certificateOf.set(CaCertificates.read(certificate.get(), clocks.now()).stream()
                    .map(each -> Texts.get("form.certificate.of", each.name(), each.until()))
                    .collect(Collectors.joining("\n")));
        } catch (ApiException e) {
            certificateProblem.set(e.error().message());
        }
    }
}
