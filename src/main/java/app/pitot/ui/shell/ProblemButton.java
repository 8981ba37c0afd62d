package app.pitot.ui.shell;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.EnterFires;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;

/** The gravest problem on one line; pressed, all of them in full. */
final class ProblemButton extends Button {
    private static final double WIDTH = 460;

    private final ContextMenu all = new ContextMenu();

    ProblemButton(ReadOnlyObjectProperty<List<String>> problems) {
        getStyleClass().addAll("flat", "problem");
        setMinWidth(0);
        all.getStyleClass().add("problems");
        EnterFires.below(this);
        setOnAction(_ -> open());
        problems.addListener((_, _, now) -> show(now));
        show(problems.get());
    }

    private void show(List<String> now) {
        setVisible(!now.isEmpty());
        setManaged(!now.isEmpty());
        if (now.isEmpty()) {
            all.hide();
            return;
        }
        setText(now.size() == 1 ? now.getFirst() : Texts.get("status.problems", now.getFirst(), now.size() - 1));
        Describe.node(this, String.join(" ", now), Texts.get("status.problems.help"));
        Describe.tooltip(this, now.getFirst());
        all.getItems().setAll(now.stream().map(ProblemButton::item).toList());
    }

    private void open() {
        if (all.isShowing()) {
            all.hide();
        } else {
            all.show(this, Side.TOP, 0, 0);
        }
    }

    private static CustomMenuItem item(String sentence) {
        return new CustomMenuItem(new Wrapped(sentence));
    }

    /** A menu asks its items for their height without telling them their width, and would cut them after a line. */
    private static final class Wrapped extends Label {
        Wrapped(String sentence) {
            super(sentence);
            setWrapText(true);
            setPrefWidth(WIDTH);
        }

        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(width < 0 ? WIDTH : width);
        }
    }
}
