package app.pitot.ui.connect;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import javafx.geometry.Pos;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * A masked field with a button that shows what is in it. It stays a password field while shown: nothing can be copied out of
 * it, and a screen reader never gets its text.
 */
public final class SecretField extends HBox {
    private static final double LEAST = 60;

    private final PasswordField field = new PasswordField();
    private final ToggleButton show = new ToggleButton();
    private String name = "";

    /**
     * @param name what the secret is
     * @param prompt shown while it is empty; may be empty
     */
    public SecretField(KeyEntryModel model, String name, String prompt) {
        super(6);
        setAlignment(Pos.CENTER_LEFT);
        field.textProperty().addListener((_, _, _) -> model.type(field.getCharacters()));
        // Setting a text anew also empties the history of changes, which would bring the secret back.
        model.onClear(field::clear);
        model.problem().subscribe(problem -> {
            field.getStyleClass().remove("error");
            if (!problem.isEmpty()) {
                field.getStyleClass().add("error");
            }
            field.setAccessibleHelp(problem.isEmpty() ? null : problem);
        });
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setMinWidth(LEAST);
        show.setMinWidth(Region.USE_PREF_SIZE);
        show.selectedProperty().subscribe(on -> {
            field.setSkin(new Masked(field, on));
            show.setText(Texts.get(on ? "screens.hide" : "screens.show"));
            describe();
        });
        getChildren().addAll(field, show);
        name(name, prompt);
    }

    /** Says what is wanted now. */
    public void name(String wanted, String prompt) {
        name = wanted;
        field.setPromptText(prompt);
        field.setAccessibleText(wanted);
        describe();
    }

    private void describe() {
        Describe.node(show, Texts.get(show.isSelected() ? "screens.hide.name" : "screens.show.name", name), null);
    }

    public PasswordField field() {
        return field;
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
    }

    /** Asked for its text before its own constructor runs, so that the switch lies at the field. */
    private static final class Masked extends TextFieldSkin {
        private static final String BULLET = "•";

        Masked(PasswordField field, boolean shown) {
            super(marked(field, shown));
        }

        private static PasswordField marked(PasswordField field, boolean shown) {
            field.getProperties().put(Masked.class, shown);
            return field;
        }

        @Override
        protected String maskText(String text) {
            boolean shown = Boolean.TRUE.equals(getSkinnable().getProperties().get(Masked.class));
            return shown ? text : BULLET.repeat(text.length());
        }
    }
}
