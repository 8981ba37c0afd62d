package app.pitot.ui.connect;

import app.pitot.api.ApiException;
import app.pitot.api.Endpoints;
import app.pitot.base.Texts;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A base URL that is being typed, and what is wrong or unsafe about it. JavaFX thread only. */
public final class BaseUrlModel {
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper("");
    private final BooleanProperty confirmed = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper becomes = new ReadOnlyStringWrapper("");
    private String inUse;

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

    /** Begins with a URL that is in use: as long as it is not changed, it is used as it is. */
    public void begin(String url) {
        inUse = url;
        text.set(url);
    }

    /** A sentence for the user; empty while nothing is wrong or nothing was typed yet. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** The URL that will be used; empty if it is what was typed or if that cannot be used. */
    public ReadOnlyStringProperty becomes() {
        return becomes.getReadOnlyProperty();
    }

    /** Why key and text would go over the network for all to read, in a sentence; empty if they do not. */
    public ReadOnlyStringProperty warning() {
        return warning.getReadOnlyProperty();
    }

    /** Whether the user agreed to what is warned of. */
    public BooleanProperty confirmed() {
        return confirmed;
    }

    /** The URL to use; empty, with the problem said, if it cannot be used or was not confirmed. */
    public Optional<String> accept() {
        try {
            var url = url();
            if (!warning.get().isEmpty() && !confirmed.get()) {
                problem.set(Texts.get("screens.url.confirm"));
                return Optional.empty();
            }
            return Optional.of(url);
        } catch (ApiException e) {
            problem.set(e.error().message());
            return Optional.empty();
        }
    }

    private String url() throws ApiException {
        // A server that listens at its root was entered in a longer form, see Endpoints.
        return text.get().equals(inUse) ? inUse : Endpoints.normalise(text.get());
    }

    private void judge() {
        becomes.set("");
        warning.set("");
        problem.set("");
        if (text.get().isBlank()) {
            return;
        }
        try {
            var url = url();
            becomes.set(url.equals(text.get().strip()) ? "" : url);
            warning.set(Objects.requireNonNullElse(Endpoints.warning(url), ""));
        } catch (ApiException e) {
            // Whoever is still typing the scheme has done nothing wrong yet.
            problem.set("https://".startsWith(text.get().strip()) || "http://".startsWith(text.get().strip())
                    ? ""
                    : e.error().message());
        }
    }
}
