package app.pitot.ui.common;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;

/** Every shortcut of the window; menus, tooltips and the key handler read them here. */
public enum Shortcut {
    STOP(KeyCode.ESCAPE),
    NEW_CHAT(KeyCode.N, KeyCombination.SHORTCUT_DOWN),
    MODEL_PICKER(KeyCode.M, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    MODEL_PICKER_ALIAS(KeyCode.L, KeyCombination.SHORTCUT_DOWN),
    PARAMETERS(KeyCode.P, KeyCombination.SHORTCUT_DOWN),
    INSTRUMENTS(KeyCode.I, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    MINI(KeyCode.G, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    COMPOSER(KeyCode.I, KeyCombination.SHORTCUT_DOWN),
    REGENERATE(KeyCode.R, KeyCombination.SHORTCUT_DOWN),
    EDIT_LAST(KeyCode.E, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    COPY_LAST(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    HISTORY(KeyCode.B, KeyCombination.SHORTCUT_DOWN),
    HISTORY_SEARCH(KeyCode.F, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    HISTORY_SEARCH_ALIAS(KeyCode.K, KeyCombination.SHORTCUT_DOWN),
    FIND(KeyCode.F, KeyCombination.SHORTCUT_DOWN),
    FIND_NEXT(KeyCode.F3),
    FIND_PREVIOUS(KeyCode.F3, KeyCombination.SHIFT_DOWN),
    LARGER(KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN),
    LARGER_ALIAS(KeyCode.ADD, KeyCombination.SHORTCUT_DOWN),
    LARGER_SHIFTED(KeyCode.PLUS, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY),
    SMALLER(KeyCode.MINUS, KeyCombination.SHORTCUT_DOWN),
    SMALLER_ALIAS(KeyCode.SUBTRACT, KeyCombination.SHORTCUT_DOWN),
    USUAL_SIZE(KeyCode.DIGIT0, KeyCombination.SHORTCUT_DOWN),
    NEXT_CHAT(KeyCode.TAB, KeyCombination.CONTROL_DOWN),
    PREVIOUS_CHAT(KeyCode.TAB, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN),
    NEXT_PANE(KeyCode.F6),
    CHAT(KeyCode.DIGIT1, KeyCombination.SHORTCUT_DOWN),
    COMPARE(KeyCode.DIGIT2, KeyCombination.SHORTCUT_DOWN),
    USAGE(KeyCode.DIGIT3, KeyCombination.SHORTCUT_DOWN),
    MODELS(KeyCode.DIGIT4, KeyCombination.SHORTCUT_DOWN),
    REQUESTS(KeyCode.DIGIT5, KeyCombination.SHORTCUT_DOWN),
    /** In the comparison. */
    RUN(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN), ADD_LANE(KeyCode.T, KeyCombination.SHORTCUT_DOWN),
    SETTINGS(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN),
    QUIT(KeyCode.Q, KeyCombination.SHORTCUT_DOWN);

    private final KeyCombination combination;

    Shortcut(KeyCode code, Modifier... modifiers) {
        this.combination = new KeyCodeCombination(code, modifiers);
    }

    public KeyCombination combination() {
        return combination;
    }
}
