package app.pitot.ui.transcript;

import app.pitot.base.Texts;
import app.pitot.markdown.Block;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** A piece of code: a header on the first one, one text node, a frame that the pieces share. */
final class CodeBody implements BlockBody {
    private static final PseudoClass BEGINS = PseudoClass.getPseudoClass("begins");
    private static final PseudoClass ENDS = PseudoClass.getPseudoClass("ends");

    /** Of fewer lines nobody needs the number. */
    private static final int MANY_LINES = 20;

    private final IndentPane indent = new IndentPane();
    private final VBox box = new VBox();
    private final CodePane pane;
    private final CodeGroup group;
    private Subscription counted = Subscription.EMPTY;
    private Region header;

    CodeBody(BlockRow row) {
        group = row.code();
        pane = new CodePane(group, row);
        box.getStyleClass().add("code-block");
        box.setMinWidth(0);
        box.getChildren().add(pane);
        indent.content(box);
    }

    @Override
    public boolean takes(Block block) {
        return block instanceof Block.Code;
    }

    @Override
    public void show(Block block) {
        var code = (Block.Code) block;
        indent.place(code.place());
        var begins = code.part().begins();
        if (begins && header == null) {
            header = header(code.language());
            box.getChildren().addFirst(header);
        }
        box.pseudoClassStateChanged(BEGINS, begins);
        box.pseudoClassStateChanged(ENDS, code.part().ends());
        pane.show(code.text(), begins, code.part().ends());
    }

    @Override
    public void joins(Block before, double space) {
        indent.reach(space, before == null ? 0 : before.place().quote());
    }

    @Override
    public Selectable selectable() {
        return pane;
    }

    @Override
    public Region node() {
        return indent;
    }

    @Override
    public void dispose() {
        pane.dispose();
        counted.unsubscribe();
    }

    private Region header(String language) {
        var name = new Label(language.isEmpty() ? Texts.get("transcript.code") : language);
        name.getStyleClass().add("code-language");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        var lines = new Label();
        lines.getStyleClass().add("code-language");
        lines.setMinWidth(Region.USE_PREF_SIZE);
        counted = group.lines().subscribe(count -> lines.setText(count.intValue() < MANY_LINES
                ? ""
                : Texts.get("transcript.code.lines", count.intValue())));
        var copy = new CopyButton(Texts.get("transcript.copy"), Texts.get("transcript.copyCode"), group::text);
        var row = new HBox(6, name, lines, copy);
        row.getStyleClass().add("code-header");
        return row;
    }
}
