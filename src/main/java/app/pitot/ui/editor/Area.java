package app.pitot.ui.editor;

import app.pitot.ui.common.CaretRest;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import org.fxmisc.richtext.CaretNode;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.util.UndoUtils;

/**
 * RichTextFX's area as we use it: plain text only, no line too long for a layout, and what a screen reader asks for, which
 * RichTextFX does not answer (FXMisc/RichTextFX#999).
 */
final class Area extends StyleClassedTextArea implements CaretRest.Blinking {
    private static final Duration BLINK = Duration.millis(500);

    private final Label name;
    private final Label prompt;

    Area(Label name, Label prompt) {
        super(false);
        this.name = name;
        this.prompt = prompt;
        setUndoManager(UndoUtils.plainTextUndoManager(this));
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        setFocusTraversable(true);
        setContextMenu(new EditMenu(this));
        textProperty().addListener((_, _, _) -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
        selectionProperty().addListener((_, _, _) -> {
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_START);
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_END);
        });
    }

    @Override
    public void blink(boolean on) {
        if (getCaretSelectionBind().getUnderlyingCaret() instanceof CaretNode caret) {
            // At no rate at all it just stands.
            caret.setBlinkRate(on ? BLINK : Duration.ZERO);
        }
    }

    /** Every change of the text comes through here. */
    @Override
    public void replaceText(int start, int end, String text) {
        int from = start;
        int to = end;
        if (text.isEmpty() && end - start == 1 && inCut(start)) {
            // One key at the edge of a cut, which is no character to delete: the one behind or in front of it is meant.
            boolean back = getText(start, end).equals("\n");
            from = back ? before(start - 1) : start;
            to = back ? end : after(start + LongLines.CUT.length());
        } else {
            from -= start > 0 && cutAt(start - 1) ? 1 : 0;
            to += end > from && end > 0 && cutAt(end - 1) ? 1 : 0;
        }
        var first = offsetToPosition(from, Bias.Forward);
        var last = offsetToPosition(to, Bias.Forward);
        int behind = getParagraph(last.getMajor()).length() - last.getMinor();
        super.replaceText(from, to, LongLines.cut(LongLines.plain(text), first.getMinor(), behind));
    }

    /** Without the cuts. */
    @Override
    public void copy() {
        if (getSelection().getLength() > 0) {
            var content = new ClipboardContent();
            content.putString(LongLines.joined(getSelectedText()));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> getLength() == 0 ? prompt.getText() : getText();
            case LABELED_BY -> name;
            case EDITABLE -> isEditable();
            case SELECTION_START -> getSelection().getStart();
            case SELECTION_END -> getSelection().getEnd();
            case CARET_OFFSET -> getCaretPosition();
            case LINE_FOR_OFFSET -> offsetToPosition((Integer) parameters[0], Bias.Forward).getMajor();
            case LINE_START -> position((Integer) parameters[0], 0).toOffset();
            case LINE_END -> position((Integer) parameters[0], getParagraph((Integer) parameters[0]).length())
                    .toOffset();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case SET_TEXT -> {
                if (isEditable() && parameters[0] instanceof String text) {
                    replaceText(0, getLength(), text);
                }
            }
            case SET_TEXT_SELECTION -> selectRange((Integer) parameters[0], (Integer) parameters[1]);
            case SHOW_TEXT_RANGE -> {
                moveTo((Integer) parameters[0]);
                requestFollowCaret();
            }
            default -> super.executeAccessibleAction(action, parameters);
        }
    }

    private boolean inCut(int at) {
        return cutAt(at) || at > 0 && cutAt(at - 1);
    }

    private boolean cutAt(int at) {
        int end = at + LongLines.CUT.length();
        return end <= getLength() && getText(at, end).equals(LongLines.CUT);
    }

    private int before(int at) {
        boolean pair = at > 1 && Character.isSurrogatePair(charAt(at - 2), charAt(at - 1));
        return Math.max(0, at - (pair ? 2 : 1));
    }

    private int after(int at) {
        boolean pair = at + 1 < getLength() && Character.isSurrogatePair(charAt(at), charAt(at + 1));
        return Math.min(getLength(), at + (pair ? 2 : 1));
    }

    private char charAt(int at) {
        return getText(at, at + 1).charAt(0);
    }
}
