package app.pitot.ui.theme;

import app.pitot.base.Texts;

/** This system lacks what JavaFX needs to draw text; the message says what to install. */
public final class FontsUnavailableException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    FontsUnavailableException(Throwable cause) {
        super(Texts.get("theme.pango"), cause);
    }
}
