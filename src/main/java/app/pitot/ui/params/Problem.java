package app.pitot.ui.params;

import app.pitot.base.Texts;

/**
 * Why nothing can be sent.
 *
 * @param field where it is
 * @param message one sentence, without the field's name
 * @param syntax true if it is no JSON, which the box that it is typed into says itself
 */
public record Problem(Field field, String message, boolean syntax) {
    Problem(Field field, String message) {
        this(field, message, false);
    }

    /** The same with the field's name, for a place away from it. */
    public String sentence() {
        return Texts.get("param.problem", field.words(), message);
    }
}
