package app.pitot.ui.common;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.util.Duration;

/** Says in one place what a node is: to a screen reader, in its tooltip, and whether the Tab key stops there. */
public final class Describe {
    private static final double WIDTH = 340;

    /** Whether a node takes part in keyboard traversal. */
    public enum Focus {
        /** The Tab key stops here. */
        TAB,
        /** Reached by other means, or not at all. */
        NONE
    }

    private Describe() {}

    /** Names {@code node} and leaves its focus policy alone. */
    public static void node(Node node, String name, String help) {
        node.setAccessibleText(name);
        node.setAccessibleHelp(help);
        tooltip(node, help == null ? name : help);
    }

    /**
     * @param name what it is, for a screen reader; never null
     * @param help what it does or means; null if the name says it all
     * @param shortcut shown behind the tooltip's text; null if there is none
     */
    public static void node(Node node, String name, String help, KeyCombination shortcut, Focus focus) {
        node.setAccessibleText(name);
        node.setAccessibleHelp(help);
        var tip = help == null ? name : help;
        tooltip(node, shortcut == null ? tip : tip + "  " + shortcut.getDisplayText());
        node.setFocusTraversable(focus == Focus.TAB);
    }

    /** Installs or replaces the tooltip; null takes it away. */
    public static void tooltip(Node node, String text) {
        if (node.getProperties().get(Describe.class) instanceof Tooltip old) {
            if (text != null) {
                old.setText(text);
                return;
            }
            uninstall(node, old);
            node.getProperties().remove(Describe.class);
        }
        if (text != null) {
            install(node, text);
        }
    }

    private static void uninstall(Node node, Tooltip tip) {
        if (node instanceof Control control) {
            control.setTooltip(null);
        } else {
            Tooltip.uninstall(node, tip);
        }
    }

    private static void install(Node node, String text) {
        var tip = new Tooltip(RightToLeft.label(text));
        tip.setWrapText(true);
        tip.setMaxWidth(WIDTH);
        tip.setShowDelay(Duration.millis(400));
        tip.setShowDuration(Duration.INDEFINITE);
        node.getProperties().put(Describe.class, tip);
        if (node instanceof Control control) {
            control.setTooltip(tip);
        } else {
            Tooltip.install(node, tip);
        }
    }
}
