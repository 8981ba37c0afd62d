package app.pitot.bench;

import app.pitot.base.Ticker;
import app.pitot.syntax.Syntax;
import app.pitot.ui.theme.ThemeManager;
import app.pitot.ui.transcript.Details;
import app.pitot.ui.transcript.Entry;
import app.pitot.ui.transcript.PulseTurns;
import app.pitot.ui.transcript.TranscriptModel;
import app.pitot.ui.transcript.TranscriptView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/**
 * What a closed block of coloured code in sight costs: a transcript that holds nothing else, beside a read-only
 * {@code CodeArea}. Both are made and laid out in the same scene, turn by turn.
 */
public final class CodeBench {
    private static final int ROUNDS = 15;
    private static final String LINE = "    public static int value(String name) { return name.length() + 42; } // %d\n";

    private CodeBench() {}

    public static void main(String[] args) throws InterruptedException {
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        var code = code();
        var rows = new ArrayList<Double>();
        var areas = new ArrayList<Double>();
        var scene = new Scene[1];
        onFx(() -> scene[0] = scene());
        for (int i = 0; i < ROUNDS; i++) {
            round(scene[0], () -> transcript(code), rows);
            round(scene[0], () -> areas(code), areas);
        }
        System.out.println("| a closed block of 30 lines of code | made and laid out, ms |");
        System.out.println("|---|---|");
        System.out.printf("| a whole transcript with it, colours in layers | %.1f |%n", median(rows));
        System.out.printf("| a RichTextFX CodeArea alone | %.1f |%n", median(areas));
        Platform.exit();
    }

    private static Scene scene() {
        var scene = new Scene(new VBox(), 900, 900);
        new ThemeManager(new SimpleObjectProperty<>(ColorScheme.DARK), new SimpleObjectProperty<>(true),
                Application::setUserAgentStylesheet).apply(scene);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return scene;
    }

    private static String code() {
        var code = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            code.append(LINE.formatted(i));
        }
        return code.toString();
    }

    private static Parent transcript(String code) {
        var model = new TranscriptModel(Ticker.system(), new PulseTurns());
        var text = "```java\n" + code + "```\n";
        model.show(List.of(new Entry.Replied("bench", text, "", "", List.of(), Details.NONE, List.of(), List.of())));
        return new TranscriptView(model, _ -> {});
    }

    private static Parent areas(String code) {
        var box = new VBox();
        var spans = new StyleSpansBuilder<Collection<String>>();
        int at = 0;
        for (var run : Syntax.of("java").orElseThrow().runs(code)) {
            spans.add(Collections.emptyList(), run.from() - at);
            spans.add(List.of(run.kind().name().toLowerCase(java.util.Locale.ROOT)), run.to() - run.from());
            at = run.to();
        }
        spans.add(Collections.emptyList(), code.length() - at);
        var styles = spans.create();
        var area = new CodeArea(code);
        area.setEditable(false);
        area.setStyleSpans(0, styles);
        area.setMinHeight(30 * 19);
        box.getChildren().add(area);
        return box;
    }

    /** Adds the milliseconds from making to the second layout. */
    private static void round(Scene scene, Supplier<Parent> make, List<Double> took) throws InterruptedException {
        onFx(() -> {
            long start = System.nanoTime();
            scene.setRoot(make.get());
            for (int i = 0; i < 2; i++) {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            }
            took.add((System.nanoTime() - start) / 1e6);
        });
        Thread.sleep(500);
        onFx(() -> scene.setRoot(new VBox()));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
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
}
