package app.pitot.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.Objects;
import javafx.css.PseudoClass;

/** The colours in force. */
public enum Palette {
    DARK, LIGHT, CONTRAST;

    private final PseudoClass pseudoClass = PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));

    /** Set on the root of every themed scene, such as {@code :dark}. */
    public PseudoClass pseudoClass() {
        return pseudoClass;
    }

    /** URL of the file of looked-up colours. */
    public String stylesheet() {
        return resource("palette-" + name().toLowerCase(Locale.ROOT) + ".css");
    }

    /** User-agent stylesheet that gives the stock controls their shape. */
    String base() {
        return this == LIGHT ? new PrimerLight().getUserAgentStylesheet() : new PrimerDark().getUserAgentStylesheet();
    }

    static String resource(String name) {
        return Objects.requireNonNull(Palette.class.getResource(name), name).toExternalForm();
    }
}
