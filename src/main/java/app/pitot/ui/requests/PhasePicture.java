package app.pitot.ui.requests;

import app.pitot.base.Texts;
import app.pitot.ui.common.Format;
import app.pitot.ui.controls.Inks;
import app.pitot.ui.controls.Painted;
import app.pitot.ui.requests.PhaseGeometry.Piece;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** The time of one request as a bar of its phases; below it the provider's own account. Read with the pointer or the arrow keys. */
final class PhasePicture extends Painted {
    private static final double LEFT = 62;
    private static final double FOOT = 18;

    private Phases phases = new Phases(List.of());
    private int read = -1;

    PhasePicture() {
        super(1);
        getStyleClass().addAll("phase-picture", "focus-ring");
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
        setMinWidth(0);
        setOnMouseMoved(event -> read(geometry().at(event.getX(), event.getY())));
        setOnMouseExited(_ -> read(-1));
        setOnKeyPressed(this::key);
        focusedProperty().addListener((_, _, here) -> {
            if (!here) {
                read(-1);
            }
        });
    }

    void show(Phases now) {
        phases = now;
        read = Math.min(read, now.parts().size() - 1);
        say();
        requestLayout();
        repaint();
    }

    /** What is read at the moment: null for nothing. */
    String reading() {
        return read < 0
                ? null
                : Texts.get("requests.phase.reading", Phases.spoken(phases.parts().get(read)),
                        Format.duration(phases.parts().get(read).from()), phases.parts().get(read).phase().help());
    }

    private PhaseGeometry geometry() {
        return PhaseGeometry.of(phases, LEFT, getWidth());
    }

    private boolean told() {
        return phases.parts().stream().anyMatch(part -> part.phase().told());
    }

    private void key(KeyEvent event) {
        int last = phases.parts().size() - 1;
        int next = switch (event.getCode()) {
            case LEFT -> read < 0 ? last : Math.max(0, read - 1);
            case RIGHT -> Math.min(last, read + 1);
            case HOME -> Math.min(0, last);
            case END -> last;
            default -> Integer.MIN_VALUE;
        };
        if (next != Integer.MIN_VALUE && last >= 0) {
            event.consume();
            read(next);
        }
    }

    private void read(int part) {
        if (part != read) {
            read = part;
            say();
            repaint();
        }
    }

    private void say() {
        setAccessibleText(reading() == null ? Texts.get("requests.phases.name", phases.spoken()) : reading());
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    @Override
    protected void paint(GraphicsContext g, double w, double h, Inks inks) {
        if (phases.empty()) {
            return;
        }
        words(g, Texts.get("requests.phases.ours"), 0, PhaseGeometry.TOP + PhaseGeometry.BAR / 2, TextAlignment.LEFT,
                inks.muted());
        if (told()) {
            words(g, Texts.get("requests.phases.theirs"), 0,
                    PhaseGeometry.TOP + PhaseGeometry.LANE + PhaseGeometry.BAR / 2, TextAlignment.LEFT, inks.muted());
        }
        var pieces = geometry().pieces();
        for (int i = 0; i < pieces.size(); i++) {
            piece(g, pieces.get(i), i == read, inks);
        }
        foot(g, w, h, inks);
    }

    /** The scale, or what is read. */
    private void foot(GraphicsContext g, double w, double h, Inks inks) {
        double y = h - FOOT / 2;
        if (read >= 0) {
            words(g, Texts.get("requests.phase.at", Phases.spoken(phases.parts().get(read)),
                    Format.duration(phases.parts().get(read).from())), LEFT, y, TextAlignment.LEFT, inks.text());
            return;
        }
        words(g, "0", LEFT, y, TextAlignment.LEFT, inks.muted());
        words(g, Format.duration(phases.until()), w, y, TextAlignment.RIGHT, inks.muted());
    }

    private static void piece(GraphicsContext g, Piece piece, boolean read, Inks inks) {
        double round = Math.min(4, piece.width());
        g.setFill(colour(piece.part().phase(), inks));
        g.fillRoundRect(piece.x(), piece.y(), piece.width(), PhaseGeometry.BAR, round, round);
        if (piece.part().phase() == Phase.WAIT && piece.width() > 2) {
            // Nobody tells what happens here: a frame, not a colour.
            g.setStroke(inks.muted());
            g.setLineWidth(1);
            g.strokeRoundRect(piece.x() + 0.5, piece.y() + 0.5, piece.width() - 1, PhaseGeometry.BAR - 1, round, round);
        }
        if (read) {
            g.setStroke(inks.text());
            g.setLineWidth(1.25);
            g.strokeRoundRect(piece.x() - 1.5, piece.y() - 2, piece.width() + 3, PhaseGeometry.BAR + 4, 5, 5);
        }
        label(g, piece, inks);
    }

    /** Its name, if there is room for it. */
    private static void label(GraphicsContext g, Piece piece, Inks inks) {
        var words = piece.part().phase().words();
        if (piece.width() > words.length() * 6.4 + 8) {
            boolean dark = piece.part().phase() == Phase.WRITE || piece.part().phase() == Phase.COMPLETION;
            words(g, words, piece.x() + 5, piece.y() + PhaseGeometry.BAR / 2, TextAlignment.LEFT,
                    dark ? inks.raised() : inks.text());
        }
    }

    static Color colour(Phase phase, Inks inks) {
        return switch (phase) {
            case DNS, TCP, TLS, CONNECT -> Inks.alpha(inks.muted(), 0.45);
            case PREPARE, SEND, END -> Inks.alpha(inks.muted(), 0.25);
            case WAIT -> inks.track();
            case QUEUE -> Inks.alpha(inks.amber(), 0.65);
            case PROMPT -> Inks.alpha(inks.amber(), 0.3);
            case THINK -> Inks.alpha(inks.accent(), 0.4);
            case WRITE, COMPLETION -> inks.accent();
        };
    }

    private static void words(GraphicsContext g, String words, double x, double y, TextAlignment align, Color colour) {
        words(g, words, x, y, align, PLAIN, SMALL, colour);
    }

    @Override
    protected double computePrefHeight(double width) {
        return PhaseGeometry.TOP + (told() ? 2 : 1) * PhaseGeometry.LANE + FOOT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }
}
