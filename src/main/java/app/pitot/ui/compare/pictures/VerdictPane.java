package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * The verdict: its headline large, what it rests on below. Sentences for which there is no room are left out whole, and the last line
 * says how many.
 */
final class VerdictPane extends Region {
    private static final double GAP = 5;

    private final Label headline = new Label();
    private final Label more = new Label();
    private final List<Label> sentences = new ArrayList<>();
    private Verdicts shown;

    VerdictPane() {
        getStyleClass().add("verdict");
        setMinSize(0, 0);
        headline.getStyleClass().add("verdict-headline");
        headline.setWrapText(true);
        more.getStyleClass().addAll("text-secondary", "text-muted");
        getChildren().addAll(headline, more);
    }

    void show(Verdicts verdict) {
        if (verdict.equals(shown)) {
            return;
        }
        shown = verdict;
        headline.setText(verdict.headline());
        getChildren().removeAll(sentences);
        sentences.clear();
        for (var sentence : verdict.sentences()) {
            var label = new Label(sentence);
            label.getStyleClass().addAll("text-lane", "text-muted");
            label.setWrapText(true);
            sentences.add(label);
        }
        getChildren().addAll(sentences);
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        var insets = getInsets();
        var room = width < 0 ? -1 : width - insets.getLeft() - insets.getRight();
        return insets.getTop() + headline.prefHeight(room)
                + sentences.stream().mapToDouble(each -> GAP + each.prefHeight(room)).sum() + insets.getBottom();
    }

    @Override
    protected void layoutChildren() {
        var insets = getInsets();
        var width = getWidth() - insets.getLeft() - insets.getRight();
        var bottom = getHeight() - insets.getBottom() + 1;
        var y = insets.getTop();
        headline.resizeRelocate(insets.getLeft(), y, width, headline.prefHeight(width));
        y += headline.prefHeight(width);
        var fit = fit(width, bottom - y);
        for (var i = 0; i < sentences.size(); i++) {
            var label = sentences.get(i);
            label.setVisible(i < fit);
            if (i < fit) {
                label.resizeRelocate(insets.getLeft(), y + GAP, width, label.prefHeight(width));
                y += GAP + label.prefHeight(width);
            }
        }
        more.setVisible(fit < sentences.size());
        if (more.isVisible()) {
            more.setText(Texts.get("pictures.verdict.rest", sentences.size() - fit));
            more.resizeRelocate(insets.getLeft(), y + GAP, width, more.prefHeight(width));
        }
    }

    /** How many sentences fit, with the line that counts the others if there are any. */
    private int fit(double width, double room) {
        var used = 0.0;
        var fit = 0;
        var line = GAP + more.prefHeight(width);
        for (var i = 0; i < sentences.size(); i++) {
            used += GAP + sentences.get(i).prefHeight(width);
            if (used + (i == sentences.size() - 1 ? 0 : line) <= room) {
                fit = i + 1;
            }
        }
        return fit;
    }
}
