package app.pitot.ui.transcript;

import app.pitot.base.Ticker;
import app.pitot.ui.theme.ThemeManager;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Draws the transcript with every kind of row to PNG files, to be looked at. Argument: the directory. */
final class TranscriptGallery {
    private TranscriptGallery() {}

    public static void main(String[] args) throws Exception {
        var out = new File(args[0]);
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        draw(out, "dark", ColorScheme.DARK);
        draw(out, "light", ColorScheme.LIGHT);
        Platform.exit();
    }

    private static void draw(File out, String name, ColorScheme palette) throws Exception {
        shot(new File(out, "chat-" + name + ".png"), palette, TranscriptGallery::chat, false);
        shot(new File(out, "all-" + name + ".png"), palette, TranscriptGallery::all, true);
        shot(new File(out, "notices-" + name + ".png"), palette, TranscriptGallery::notices, false);
        shot(new File(out, "empty-" + name + ".png"), palette, model -> {}, false);
    }

    private static void shot(File file, ColorScheme palette, java.util.function.Consumer<TranscriptModel> fill,
            boolean top)
            throws Exception {
        var view = new TranscriptView[1];
        onFx(() -> {
            var model = new TranscriptModel(Ticker.system(), new PulseTurns());
            view[0] = new TranscriptView(model, address -> {});
            view[0].setEmptyState(new Label("Ask something to see how fast it answers"));
            var scene = new Scene(view[0], 784, 640);
            new ThemeManager(new SimpleObjectProperty<>(palette), new SimpleObjectProperty<>(true),
                    Application::setUserAgentStylesheet).apply(scene);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            fill.accept(model);
        });
        Thread.sleep(400);
        if (top) {
            onFx(() -> view[0].getScene().getRoot().fireEvent(new javafx.scene.input.KeyEvent(
                    javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", javafx.scene.input.KeyCode.HOME, false, false,
                    false, false)));
            Thread.sleep(300);
        }
        onFx(() -> save(view[0].getScene().snapshot(null), file));
        onFx(() -> view[0].getScene().getWindow().hide());
    }

    private static void chat(TranscriptModel model) {
        model.addQuestion("How do I pace 2,000 requests so that none is refused?");
        var reply = model.addReply("gpt-oss-120b");
        reply.append("", "The user asks about pacing.");
        reply.reasoningSummary("412 tokens · 0.14 s");
        reply.append("""
                Treat both limits as token buckets and let the tighter one decide. With 30 requests and 60,000 tokens \
                a minute, a request that reserves 1,336 tokens is bound by the **request** limit:

                | Window | Allows | 2,000 requests take |
                |---|---|---|
                | RPM 30 | 30 / min | **66 min 40 s** |
                | TPM 60,000 | 44 / min | 45 min |
                | Day 1,000,000 | 748 / day | 2.7 days |

                ```java
                var wait = windows.stream()
                    .map(w -> w.timeUntil(reservation)) // zero when it fits
                    .max(naturalOrder()).orElse(ZERO);
                ```

                So the day decides, not the minute: spread the work over three days, or lower the output cap from \
                1,024 to 512.""", "");
        reply.finish(figures());
    }

    private static List<Figure> figures() {
        return List.of(Figure.of("2,987", "tok/s", "measured by our clock"), new Figure("TTFT", "142", "ms", null),
                Figure.of("78", "in", null), Figure.of("1,204", "out", null), new Figure("≈", "$0.0009", "", null),
                Figure.of("0.58", "s", null));
    }

    private static void all(TranscriptModel model) {
        model.addQuestion("Show me everything.\n\nA second paragraph that is long enough to wrap because it goes on "
                + "and on about nothing in particular, until the bubble is full.");
        var reply = model.addReply("m");
        reply.append("""
                # Heading one
                Text below it with *italic*, **bold**, ***both***, `inline code`, ~~gone~~ and
                [a link](https://example.org/path).
                ## Heading two
                1. First item that is long enough to wrap onto a second line, which must align with the first one and \
                not with its number at the left.
                2. Second
                   - inner bullet
                     - third level
                3. Third

                - [x] done
                - [ ] open

                > A quotation with some text in it.
                > > nested

                ---
                ### Wide code and a wide table
                ```python
                def a_function_with_a_rather_long_name(argument_one, argument_two, argument_three, argument_four): pass
                ```
                | Column | Another one | What it says at length |
                |:--|--:|:-:|
                | a | 1,234 | This cell has a sentence that is so long that it has to wrap within its column somewhere |
                | b | 5 | short |
                """, "I think.\n\nTherefore I am.");
        reply.reasoningSummary("12 tokens · 0.01 s");
        model.rows().stream().filter(ReasoningRow.class::isInstance)
                .forEach(row -> ((ReasoningRow) row).expanded().set(true));
        reply.finish(figures());
    }

    private static void notices(TranscriptModel model) {
        model.addQuestion("And now?");
        var reply = model.addReply("m");
        reply.append("The answer begins and then it is", "");
        reply.notice(new Notice(Notice.Severity.WARNING, "The stream ended before the reply was complete",
                "The 1,204 tokens that arrived are kept.", "Send again to get the rest.",
                List.of(new Notice.Action("Send again", () -> {}))));
        reply.finish(figures());
        model.addQuestion("Once more");
        var refused = model.addReply("m");
        refused.notice(new Notice(Notice.Severity.ERROR, "Refused: requests per minute are used up (429)",
                "Nothing was sent twice, nothing was counted.", "One request is free again in 1.9 s.",
                List.of(new Notice.Action("Send when it fits", () -> {}),
                        new Notice.Action("Choose another model", () -> {}))));
        refused.finish(List.of());
        model.addQuestion("Waiting");
        model.addReply("m").state("waiting 1.2 s");
    }

    private static void onFx(Runnable work) throws InterruptedException {
        var done = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                work.run();
            } finally {
                done.countDown();
            }
        });
        done.await();
    }

    private static void save(Image image, File file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        try {
            ImageIO.write(copy, "png", file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
