package app.pitot.ui.transcript;

import app.pitot.base.Texts;
import app.pitot.history.Picture;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.PulseLoop;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;

/** The pictures of a question, small; a click or Enter shows one larger. They are decoded away from the JavaFX thread. */
final class PictureStrip extends FlowPane {
    private static final double SMALL = 96;
    private static final double SHARE = 0.8;
    /** More pixels than this are not decoded: a small file can claim to be enormous. */
    private static final long MOST_PIXELS = 100_000_000;

    PictureStrip(List<Picture> pictures) {
        super(8, 8);
        getStyleClass().add("picture-strip");
        pictures.forEach(picture -> getChildren().add(thumbnail(picture)));
    }

    /** One line if it can; a pane of this sort would ask for more room than it fills. */
    @Override
    protected double computePrefWidth(double height) {
        double gaps = Math.max(0, getChildren().size() - 1) * getHgap();
        double all = getChildren().stream().mapToDouble(each -> each.prefWidth(-1)).sum() + gaps;
        return snapSizeX(Math.min(all, getPrefWrapLength()));
    }

    private static Button thumbnail(Picture picture) {
        var name = picture.name().isEmpty() ? Texts.get("transcript.picture.unnamed") : picture.name();
        var button = new Button(name);
        button.getStyleClass().setAll("thumbnail");
        button.setMnemonicParsing(false);
        button.setMaxWidth(2 * SMALL);
        Describe.node(button, Texts.get("transcript.picture", name, picture.width(), picture.height()), null);
        decode(picture, SMALL, SMALL, image -> {
            if (image == null) {
                button.setText(Texts.get("transcript.picture.broken", name));
                button.setDisable(true);
            } else {
                button.setText("");
                button.setGraphic(new ImageView(image));
                button.setOnAction(_ -> enlarge(button, picture));
            }
        });
        return button;
    }

    private static void enlarge(Button button, Picture picture) {
        var scene = button.getScene();
        double width = Math.min(picture.width(), scene.getWidth() * SHARE);
        double height = Math.min(picture.height(), scene.getHeight() * SHARE);
        decode(picture, width, height, image -> {
            if (image == null || button.getScene() == null) {
                return;
            }
            var popup = new Popup();
            var view = new ImageView(image);
            view.setAccessibleText(button.getAccessibleText());
            var frame = new StackPane(view);
            frame.getStyleClass().addAll("popup-surface", "picture-frame");
            frame.setOnMouseClicked(_ -> popup.hide());
            popup.getContent().add(frame);
            popup.setAutoHide(true);
            var root = scene.getRoot().localToScreen(scene.getRoot().getLayoutBounds());
            popup.show(button, root.getCenterX() - image.getWidth() / 2, root.getCenterY() - image.getHeight() / 2);
        });
    }

    /** @param done called on the JavaFX thread, with null for a picture that cannot be shown */
    private static void decode(Picture picture, double width, double height, Consumer<Image> done) {
        boolean enormous = (long) picture.width() * picture.height() > MOST_PIXELS;
        var decoded = CompletableFuture.supplyAsync(() -> enormous
                ? null
                : new Image(new ByteArrayInputStream(picture.image().bytes()), width, height, true, true),
                task -> Thread.ofVirtual().name("picture").start(task));
        new PulseLoop(_ -> {
            if (decoded.isDone()) {
                var image = decoded.isCompletedExceptionally() ? null : decoded.join();
                done.accept(image == null || image.isError() ? null : image);
            }
            return !decoded.isDone();
        }).request();
    }
}
