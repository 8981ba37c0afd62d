package app.pitot.ui.attach;

import app.pitot.base.Texts;
import app.pitot.history.Picture;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.Format;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The pictures above the text that is being written, each with its size and a button that takes it away. */
public final class PictureStrip extends VBox {
    private static final double SIDE = 44;

    private final AttachModel model;
    private final Thumbnails thumbnails;
    private final FlowPane pictures = new FlowPane(8, 8);
    private final Label note = line();
    private final Label said = line();
    private final Hyperlink other = new Hyperlink(Texts.get("picture.note.choose"));
    private final HBox noteLine = new HBox(8, note, other);

    /** @param chooseModel where a model that sees can be chosen */
    public PictureStrip(AttachModel model, Thumbnails thumbnails, Runnable chooseModel) {
        super(6);
        this.model = model;
        this.thumbnails = thumbnails;
        getStyleClass().add("picture-strip");
        getStylesheets().add(PictureStrip.class.getResource("/app/pitot/ui/attach/attach.css").toExternalForm());
        noteLine.setAlignment(Pos.BASELINE_LEFT);
        other.getStyleClass().add("text-secondary");
        other.setMinWidth(Region.USE_PREF_SIZE);
        other.setOnAction(_ -> chooseModel.run());
        getChildren().addAll(pictures, noteLine, said);
        model.pictures().addListener((ListChangeListener<Picture>) _ -> fill());
        model.note().subscribe(this::show);
        model.said().subscribe(_ -> say());
        model.reading().subscribe(_ -> say());
        fill();
    }

    private void fill() {
        // Those that stay keep their nodes: what was decoded once need not be decoded again.
        pictures.getChildren().removeIf(each -> !model.pictures().contains((Picture) each.getUserData()));
        for (int i = 0; i < model.pictures().size(); i++) {
            var picture = model.pictures().get(i);
            if (i >= pictures.getChildren().size()
                    || !pictures.getChildren().get(i).getUserData().equals(picture)) {
                pictures.getChildren().add(i, tile(picture));
            }
        }
        while (pictures.getChildren().size() > model.pictures().size()) {
            pictures.getChildren().removeLast();
        }
        shown(pictures, !model.pictures().isEmpty());
        refresh();
    }

    private Node tile(Picture picture) {
        var view = new ImageView();
        thumbnails.show(picture, SIDE, view);
        var frame = new StackPane(view);
        frame.getStyleClass().add("picture-frame");
        var name = new Label(picture.name().isEmpty() ? Texts.get("picture.pasted") : picture.name());
        name.getStyleClass().add("text-secondary");
        name.setMaxWidth(130);
        var facts = new Label(Texts.get("picture.facts", picture.width(), picture.height(),
                PictureNote.size(picture.image().bytes().length), Format.count(AttachModel.tokens(picture))));
        facts.getStyleClass().addAll("text-small", "text-muted");
        var words = new VBox(2, name, facts);
        words.setAlignment(Pos.CENTER_LEFT);
        var remove = new Button("×");
        remove.getStyleClass().addAll("icon", "picture-remove");
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.setOnAction(_ -> remove(picture));
        remove.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
                event.consume();
                remove(picture);
            }
        });
        Describe.node(remove, Texts.get("picture.remove", name.getText()), null);
        var tile = new HBox(8, frame, words, remove);
        tile.setAlignment(Pos.CENTER_LEFT);
        tile.getStyleClass().add("picture-tile");
        tile.setUserData(picture);
        Describe.tooltip(tile, Texts.get("picture.privacy"));
        return tile;
    }

    private void remove(Picture picture) {
        model.remove(picture);
        if (!pictures.getChildren().isEmpty()) {
            pictures.getChildren().getLast().lookup(".picture-remove").requestFocus();
        }
    }

    private void show(PictureNote now) {
        note.setText(now.words());
        note.getStyleClass().removeAll("text-warn", "text-muted");
        note.getStyleClass().add(now.doubt() ? "text-warn" : "text-muted");
        shown(noteLine, !now.words().isEmpty());
        shown(other, now.otherModel());
        refresh();
    }

    private void say() {
        var words = model.said().get().isEmpty() && model.reading().get() > 0
                ? Texts.get("attach.reading")
                : model.said().get();
        said.setText(words);
        shown(said, !words.isEmpty());
        refresh();
    }

    private void refresh() {
        shown(this, pictures.isVisible() || noteLine.isVisible() || said.isVisible());
    }

    private static void shown(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }

    private static Label line() {
        var label = new Label();
        label.getStyleClass().addAll("text-secondary", "text-muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
