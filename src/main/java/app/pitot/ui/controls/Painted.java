package app.pitot.ui.controls;

import app.pitot.ui.common.PulseLoop;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Scale;

/**
 * A control drawn on a Canvas: at most once per pulse, and only when its values, size, scale or colours changed. Colours
 * are styleable, so a palette reaches it like any other node; values ease within {@code -pitot-ease} milliseconds.
 */
public abstract class Painted extends Region {
    public static final String PLAIN = "Inter";
    protected static final String STRONG = "Inter Semi Bold";
    protected static final double SMALL = 10.5;
    private static final StyleablePropertyFactory<Painted> FACTORY = new StyleablePropertyFactory<>(
            Region.getClassCssMetaData());

    private final StyleableProperty<Color> accent = ink("accent", Color.DODGERBLUE, p -> p.accent);
    private final StyleableProperty<Color> track = ink("track", Color.GRAY, p -> p.track);
    private final StyleableProperty<Color> text = ink("text", Color.BLACK, p -> p.text);
    private final StyleableProperty<Color> muted = ink("muted", Color.GRAY, p -> p.muted);
    private final StyleableProperty<Color> faint = ink("faint", Color.GRAY, p -> p.faint);
    private final StyleableProperty<Color> amber = ink("amber", Color.ORANGE, p -> p.amber);
    private final StyleableProperty<Color> amberText = ink("amber-text", Color.ORANGE, p -> p.amberText);
    private final StyleableProperty<Color> red = ink("red", Color.RED, p -> p.red);
    private final StyleableProperty<Color> raised = ink("raised", Color.WHITE, p -> p.raised);
    private final StyleableProperty<Color> line = ink("line", Color.GRAY, p -> p.line);
    private final StyleableProperty<Number> ease = FACTORY.createStyleableNumberProperty(this, "ease", "-pitot-ease",
            p -> p.ease, 120);

    private final Canvas canvas = new Canvas();
    private final Eased eased;
    private final PulseLoop loop = new PulseLoop(this::beat);
    private boolean dirty = true;
    private double paintedScale;
    private double detail = 1;

    /** @param values how many values ease together */
    protected Painted(int values) {
        eased = new Eased(values);
        canvas.setManaged(false);
        getStyleClass().add("painted");
        getChildren().add(canvas);
        sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                // Nobody sees the rest of the way, and who comes back finds it at its end.
                loop.stop();
                eased.finish();
                repaint();
            }
        });
    }

    /** Draws everything on a cleared canvas of {@code w} by {@code h}. */
    protected abstract void paint(GraphicsContext g, double w, double h, Inks inks);

    /**
     * Eases the values to {@code target}; without a scene there is nobody to see it, so they jump. The same target again has
     * no effect.
     */
    protected final void aim(double... target) {
        if (eased.aims(target)) {
            return;
        }
        eased.aim(getScene() == null ? 0 : ease.getValue().doubleValue(), target);
        repaint();
        if (eased.moving()) {
            loop.request();
        }
    }

    protected final double eased(int i) {
        return eased.get(i);
    }

    /** Asks to be painted at the next pulse. */
    protected final void repaint() {
        dirty = true;
        // Unlike requestLayout this leaves the parents alone: the size stays what it is.
        setNeedsLayout(true);
    }

    /** Device pixels per unit on the screen that shows this, or in the picture that is made of it. */
    protected final double scale() {
        var window = getScene() == null ? null : getScene().getWindow();
        return window == null ? detail : window.getRenderScaleX();
    }

    /** For a snapshot that is larger than the screen shows it: paints {@code times} as fine, 1 to 4. */
    public final void refine(double times) {
        detail = times;
        canvas.getTransforms().setAll(new Scale(1 / times, 1 / times));
        repaint();
    }

    /** True while a value is on its way: for tests of stillness. */
    final boolean moving() {
        return loop.running();
    }

    private boolean beat(long nanos) {
        var more = eased.step(nanos);
        repaint();
        return more;
    }

    @Override
    protected void layoutChildren() {
        var w = getWidth();
        var h = getHeight();
        var scale = scale();
        if (dirty || w * detail != canvas.getWidth() || h * detail != canvas.getHeight() || scale != paintedScale) {
            canvas.setWidth(w * detail);
            canvas.setHeight(h * detail);
            paintedScale = scale;
            dirty = false;
            var g = canvas.getGraphicsContext2D();
            g.setTransform(detail, 0, 0, detail, 0, 0);
            g.clearRect(0, 0, w, h);
            if (w > 0 && h > 0) {
                paint(g, w, h, new Inks(accent.getValue(), track.getValue(), text.getValue(), muted.getValue(),
                        faint.getValue(), amber.getValue(), amberText.getValue(), red.getValue(), raised.getValue(),
                        line.getValue()));
            }
        }
    }

    private StyleableProperty<Color> ink(String name, Color initial, Function<Painted, StyleableProperty<Color>> get) {
        var property = FACTORY.createStyleableColorProperty(this, name, "-pitot-ink-" + name, get, initial);
        ((ObservableValue<?>) property).addListener((_, _, _) -> repaint());
        return property;
    }

    /** Writes {@code words} with their middle at {@code y}. */
    protected static void words(GraphicsContext g, String words, double x, double y, TextAlignment align, String family,
            double size, Color colour) {
        g.setFill(colour);
        g.setFont(Font.font(family, size));
        g.setTextAlign(align);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(words, x, y);
    }

    /** How wide {@code words} are. */
    public static double width(String words, String family, double size) {
        var text = new Text(words);
        text.setFont(Font.font(family, size));
        return text.getLayoutBounds().getWidth();
    }

    /** What stylesheets may set on painted controls. */
    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return getClassCssMetaData();
    }
}
