package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import app.pitot.compare.Analyst;
import app.pitot.compare.Comparison;
import app.pitot.compare.Lane;
import app.pitot.compare.Measure;
import app.pitot.ui.common.FxThread;
import app.pitot.ui.common.PngBytes;
import app.pitot.ui.controls.Columns;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;

/**
 * What a comparison says as a picture to be sent or put into a report: with its title, its date and who the lanes are, at twice the size
 * of the screen. Work it out with {@link #of} in the background, {@link #paint} it on the JavaFX thread, and turn that into a file with
 * {@link #png} in the background again.
 */
public final class PictureFile {
    private static final double DETAIL = 2;
    private static final double SINGLE = 760;
    private static final double WHOLE = 1_180;
    private static final double PICTURE = 240;
    private static final double ROW = 46;
    private static final double AXIS = 30;
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.US);

    private final Results results;
    private final Measure measure;

    /** What is on it. */
    public enum Kind {
        /** Verdict, every picture of one measure, and what to know before believing a difference. */
        ALL,
        /** Every value of the measure. */
        STRIPS,
        /** Where the time went. */
        WATERFALL,
        /** Speed over the answer. */
        CURVES,
        /** The leader's ratio to each other lane. */
        INTERVALS
    }

    private PictureFile(Results results, Measure measure) {
        this.results = results;
        this.measure = measure;
    }

    /** May take some ten milliseconds: not for the JavaFX thread. */
    public static PictureFile of(Comparison run, Measure measure) {
        var analyses = new EnumMap<>(Map.of(measure, Analyst.analyse(run, measure)));
        return new PictureFile(Results.of(run, analyses), measure);
    }

    /** What is on {@code kind}, for a menu or a file's name: "Output speed, every round". */
    public String title(Kind kind) {
        return switch (kind) {
            case ALL -> Texts.get("pictures.title");
            case STRIPS -> Words.strips(results, measure);
            case WATERFALL -> Words.waterfall(results);
            case CURVES -> Texts.get("pictures.curves");
            case INTERVALS -> Words.intervals(results.intervals().get(measure));
        };
    }

    /**
     * Paints it in the colours of {@code like}. On the JavaFX thread.
     *
     * @param zone in which the date is told
     */
    public Image paint(Kind kind, Scene like, ZoneId zone) {
        FxThread.check();
        var page = new VBox(10, head(kind, zone));
        page.getStyleClass().add("picture-file");
        page.getStylesheets().add(PictureFile.class.getResource("pictures.css").toExternalForm());
        page.getChildren().add(kind == Kind.ALL ? all() : picture(kind));
        page.getChildren().add(lanes());
        var width = kind == Kind.ALL ? WHOLE : SINGLE;
        page.setPrefWidth(width);
        page.setMinWidth(width);
        page.setMaxWidth(width);
        var scene = new Scene(page);
        scene.getStylesheets().setAll(like.getStylesheets());
        like.getRoot().getPseudoClassStates().forEach(each -> page.pseudoClassStateChanged(each, true));
        page.applyCss();
        page.autosize();
        page.layout();
        var parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(DETAIL, DETAIL));
        return page.snapshot(parameters, null);
    }

    /** PNG of what {@link #paint} returned; for the background. */
    public static byte[] png(Image image) throws IOException {
        return PngBytes.of(image);
    }

    private Node head(Kind kind, ZoneId zone) {
        var run = results.run();
        var title = label("results-title", title(kind));
        var facts = new ArrayList<String>();
        if (run.name() != null) {
            facts.add(run.name());
        }
        facts.add(AT.format(run.startedAt().atZone(zone)));
        facts.add(Words.rounds(results));
        facts.add(Texts.get("pictures.file.app", run.appVersion()));
        return new VBox(2, title, label("text-muted", String.join(" · ", facts)));
    }

    private Node lanes() {
        return label("text-muted", IntStream.range(0, results.run().lanes().size())
                .mapToObj(lane -> Texts.get("pictures.file.lane", Lane.letter(lane), Tables.model(results, lane)))
                .collect(Collectors.joining("     ")));
    }

    private Node all() {
        var verdict = new VerdictPane();
        verdict.show(Verdicts.inShort(results, results.analyses().get(measure)));
        return new VBox(12, card(null, verdict), new Columns(400, 2, card(Kind.WATERFALL), card(Kind.STRIPS),
                card(Kind.CURVES), card(Kind.INTERVALS)));
    }

    private Region card(Kind kind) {
        return card(title(kind), picture(kind));
    }

    private static VBox card(String title, Region content) {
        var card = new VBox(8);
        if (title != null) {
            card.getChildren().add(label("text-medium", title));
        }
        card.getChildren().add(content);
        card.getStyleClass().addAll("surface", "results-card");
        return card;
    }

    private Picture picture(Kind kind) {
        var rows = Math.min(PICTURE, results.run().lanes().size() * ROW + AXIS);
        var picture = switch (kind) {
            case WATERFALL -> {
                var made = new WaterfallPicture(rows);
                made.show(results.waterfall(), "");
                yield made;
            }
            case CURVES -> {
                var made = new CurvesPicture(PICTURE);
                made.show(measure == Measure.TEXT_SPEED ? results.bytes() : results.tokens(), "");
                yield made;
            }
            case INTERVALS -> {
                var made = new IntervalsPicture(rows);
                made.show(results.intervals().get(measure), "");
                yield made;
            }
            case ALL, STRIPS -> {
                var made = new StripsPicture(rows);
                made.show(results.strips().get(measure), "");
                yield made;
            }
        };
        picture.refine(DETAIL);
        return picture;
    }

    private static Label label(String style, String words) {
        var label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }
}
