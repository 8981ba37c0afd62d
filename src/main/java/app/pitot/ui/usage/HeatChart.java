package app.pitot.ui.usage;

import app.pitot.base.Texts;
import app.pitot.ui.controls.Inks;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.TextAlignment;

/** Use by the hours of the week: the more, the stronger. The arrow keys move from hour to hour and from day to day. */
final class HeatChart extends Chart {
    private static final double ROUND = 3;
    private static final double FAINTEST = 0.14;
    private static final int[] HOURS = {0, 6, 12, 18};

    private final BiConsumer<Integer, Integer> open;
    private Heat heat = Heat.of(List.of());
    private int read = -1;

    /** @param open told the day, 1 for Monday, and the hour to be opened; null if there is no way there */
    HeatChart(double height, BiConsumer<Integer, Integer> open) {
        super(height);
        this.open = open;
        getStyleClass().add("heat-chart");
        setOnMouseMoved(event -> read(HeatGeometry.of(getWidth(), getHeight()).at(event.getX(), event.getY())));
        setOnMouseExited(_ -> read(-1));
        setOnMouseClicked(event -> {
            requestFocus();
            read(HeatGeometry.of(getWidth(), getHeight()).at(event.getX(), event.getY()));
            open();
        });
        focusedProperty().addListener((_, _, here) -> {
            if (!here) {
                read(-1);
            }
            say();
        });
    }

    /** @param words all of it, for a screen reader */
    void show(Heat now, String words) {
        heat = now;
        summary(words);
        repaint();
    }

    private void read(int hour) {
        if (hour != read) {
            read = hour;
            say();
            repaint();
        }
    }

    @Override
    Reading reading() {
        if (read < 0) {
            return null;
        }
        int day = read / Heat.HOURS;
        int hour = read % Heat.HOURS;
        var title = HeatWords.name(day, hour);
        return heat.requests()[day][hour] == 0
                ? new Reading(title, "", List.of(new Reading.Line(null, Texts.get("usage.read.quiet"), "", false)))
                : new Reading(title, "", List.of(
                        new Reading.Line(null, Unit.REQUESTS.words(heat.requests()[day][hour]), "", false),
                        new Reading.Line(null, Unit.TOKENS.words(heat.tokens()[day][hour]), "", false)));
    }

    @Override
    boolean key(KeyEvent event) {
        int day = Math.max(0, read) / Heat.HOURS;
        int hour = Math.max(0, read) % Heat.HOURS;
        switch (event.getCode()) {
            case LEFT -> hour = Math.max(0, hour - 1);
            case RIGHT -> hour = read < 0 ? 0 : Math.min(Heat.HOURS - 1, hour + 1);
            case UP -> {
                if (read < 0) {
                    return false;
                }
                day = Math.max(0, day - 1);
            }
            case DOWN -> {
                if (read < 0) {
                    return false;
                }
                day = Math.min(Heat.DAYS - 1, day + 1);
            }
            case HOME -> hour = 0;
            case END -> hour = Heat.HOURS - 1;
            case ENTER -> {
                open();
                return true;
            }
            case ESCAPE -> {
                boolean was = read >= 0;
                read(-1);
                return was;
            }
            default -> {
                return false;
            }
        }
        read(day * Heat.HOURS + hour);
        return true;
    }

    private void open() {
        if (read >= 0 && open != null && heat.requests()[read / Heat.HOURS][read % Heat.HOURS] > 0) {
            open.accept(read / Heat.HOURS + 1, read % Heat.HOURS);
        }
    }

    @Override
    protected void paint(GraphicsContext g, double w, double h, Inks inks) {
        var at = HeatGeometry.of(w, h);
        for (int day = 0; day < Heat.DAYS; day++) {
            small(g, HeatWords.brief(day), 0, at.y(day) + at.h() / 2, TextAlignment.LEFT, inks.muted());
            for (int hour = 0; hour < Heat.HOURS; hour++) {
                double strength = heat.strength(day, hour);
                g.setFill(heat.requests()[day][hour] == 0
                        ? inks.track()
                        : Inks.alpha(inks.accent(), FAINTEST + (1 - FAINTEST) * strength));
                double inset = heat.requests()[day][hour] == 0 ? at.h() / 2 - 1 : 1;
                double side = heat.requests()[day][hour] == 0 ? at.w() / 2 - 1 : 1;
                g.fillRoundRect(at.x(hour) + side, at.y(day) + inset, at.w() - 2 * side, at.h() - 2 * inset, ROUND,
                        ROUND);
            }
        }
        for (int hour : HOURS) {
            small(g, Texts.get("usage.heat.hour", hour), at.x(hour) + 1, at.bottom() + 9, TextAlignment.LEFT,
                    inks.muted());
        }
        if (read >= 0) {
            int day = read / Heat.HOURS;
            int hour = read % Heat.HOURS;
            g.setStroke(inks.text());
            g.setLineWidth(1.5);
            g.strokeRoundRect(at.x(hour), at.y(day), at.w(), at.h(), ROUND + 1, ROUND + 1);
            box(g, reading(), at.x(hour + 0.5), at.y(day) > h / 2 ? 0 : at.y(day) + at.h() + 3, w, h, inks);
        }
    }
}
