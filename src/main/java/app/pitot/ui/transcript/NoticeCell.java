package app.pitot.ui.transcript;

import app.pitot.ui.common.RightToLeft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A notice in its place. A countdown changes words only, so its buttons keep the focus. */
final class NoticeCell extends RowCell {
    private final NoticeRow row;
    private final ChangeListener<Notice> changed = (property, was, is) -> show(was, is);
    private final Label title = label("notice-title");
    private final Label kept = label("notice-text");
    private final Label next = label("notice-text");
    private final FlowPane actions = new FlowPane(8, 8);
    private final VBox words = new VBox();
    private final HBox box;

    NoticeCell(NoticeRow row) {
        super(row);
        this.row = row;
        actions.getStyleClass().add("notice-actions");
        var bar = new Region();
        bar.getStyleClass().add("notice-bar");
        words.getStyleClass().add("notice-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        box = new HBox(bar, words);
        box.getStyleClass().add("notice");
        box.setAccessibleRole(AccessibleRole.TEXT);
        getNode().content(box);
        getNode().room(BETWEEN_BLOCKS, 0);
        show(null, row.notice().get());
        row.notice().addListener(changed);
    }

    @Override
    public void dispose() {
        row.notice().removeListener(changed);
    }

    private void show(Notice was, Notice is) {
        title.setText(RightToLeft.label(is.title()));
        kept.setText(RightToLeft.label(is.kept()));
        next.setText(RightToLeft.label(is.next()));
        box.setAccessibleText(String.join(" ", is.title(), is.kept(), is.next()));
        if (was != null && was.severity() != is.severity()) {
            box.getStyleClass().remove(styleClass(was));
        }
        if (was == null || was.severity() != is.severity()) {
            box.getStyleClass().add(styleClass(is));
        }
        if (was == null || !was.actions().equals(is.actions())) {
            actions.getChildren().setAll(is.actions().stream().map(NoticeCell::button).toList());
        }
        var parts = new ArrayList<Node>(List.of(title));
        if (!is.kept().isEmpty()) {
            parts.add(kept);
        }
        if (!is.next().isEmpty()) {
            parts.add(next);
        }
        if (!is.actions().isEmpty()) {
            parts.add(actions);
        }
        if (!words.getChildren().equals(parts)) {
            words.getChildren().setAll(parts);
        }
    }

    private static String styleClass(Notice notice) {
        return notice.severity().name().toLowerCase(Locale.ROOT);
    }

    private static Button button(Notice.Action action) {
        var button = new Button(action.label());
        button.getStyleClass().setAll("notice-button");
        button.setMnemonicParsing(false);
        button.setOnAction(event -> action.run().run());
        return button;
    }

    private static Label label(String styleClass) {
        var label = new Label();
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
