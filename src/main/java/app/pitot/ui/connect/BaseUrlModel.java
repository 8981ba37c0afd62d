package app.pitot.ui.connect;

import app.pitot.api.ApiException;
import app.pitot.api.Endpoints;
import app.pitot.base.Texts;
import java.net.URI;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A base URL that is being typed, and what is wrong or unsafe about it. JavaFX thread only. */
public final class BaseUrlModel {
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper unencrypted = new ReadOnlyBooleanWrapper();
    private final BooleanProperty confirmed = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper becomes = new ReadOnlyStringWrapper("");

    public BaseUrlModel() {
        text.addListener((_, _, _) -> {
            confirmed.set(false);
            judge();
        });
        confirmed.addListener((_, _, now) -> {
            if (now) {
                problem.set("");
            }
        });
    }

    public StringProperty text() {
        return text;
    }

    /** A sentence for the user; empty while nothing is wrong or nothing was typed yet. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** The URL that will be used; empty if it is what was typed or if that cannot be used. */
    public ReadOnlyStringProperty becomes() {
        return becomes.getReadOnlyProperty();
    }

    /** True if key and text would go over the network for all to read: http to another machine. */
    public ReadOnlyBooleanProperty unencrypted() {
        return unencrypted.getReadOnlyProperty();
    }

    /** Whether the user agreed to that. */
    public BooleanProperty confirmed() {
        return confirmed;
    }

    /** The URL to use; empty, with the problem said, if it cannot be used or was not confirmed. */
    public Optional<String> accept() {
        try {
            var url = Endpoints.normalise(text.get());
            if (unencrypted.get() && !confirmed.get()) {
                problem.set(Texts.get("screens.url.confirm"));
                return Optional.empty();
            }
            return Optional.of(url);
        } catch (ApiException e) {
            problem.set(e.error().message());
            return Optional.empty();
        }
    }

    private void judge() {
        becomes.set("");
        unencrypted.set(false);
        problem.set("");
        if (text.get().isBlank()) {
            return;
        }
        try {
            var url = Endpoints.normalise(text.get());
            becomes.set(url.equals(text.get().strip()) ? "" : url);
            unencrypted.set(url.startsWith("http://") && !loopback(URI.create(url).getHost()));
        } catch (ApiException e) {
            // Whoever is still typing the scheme has done nothing wrong yet.
            problem.set("https://".startsWith(text.get().strip()) || "http://".startsWith(text.get().strip())
                    ? ""
                    : e.error().message());
        }
    }

    /** By name alone: nothing is looked up. */
    static boolean loopback(String host) {
        return host != null && (host.equals("localhost") || host.endsWith(".localhost") || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}"));
    }
}
