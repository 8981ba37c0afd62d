package app.pitot.ui.transcript;

import java.util.function.DoubleConsumer;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import org.fxmisc.flowless.VirtualFlow;

/** A scroll bar that lies over the rows, so that the column does not move when it appears. */
final class EndBar extends ScrollBar {
    private final VirtualFlow<?, ?> flow;
    private DoubleConsumer userMoved = by -> {};
    private boolean following;

    EndBar(VirtualFlow<?, ?> flow) {
        this.flow = flow;
        setOrientation(Orientation.VERTICAL);
        setFocusTraversable(false);
        setMaxWidth(USE_PREF_SIZE);
        setMin(0);
        setUnitIncrement(40);
        flow.totalHeightEstimateProperty().addListener((property, was, is) -> update());
        flow.estimatedScrollYProperty().addListener((property, was, is) -> update());
        flow.heightProperty().addListener((property, was, is) -> update());
        valueProperty().addListener((property, was, is) -> moved(was.doubleValue(), is.doubleValue()));
        update();
    }

    /** @param action called when the user moved the bar, with the pixels: above 0 for down */
    void onUserMove(DoubleConsumer action) {
        userMoved = action;
    }

    private void moved(double was, double value) {
        if (!following) {
            flow.scrollYToPixel(value);
            userMoved.accept(value - was);
        }
    }

    private void update() {
        double total = flow.totalHeightEstimateProperty().getOrElse(0.0);
        double hidden = total - flow.getHeight();
        following = true;
        setVisible(hidden > 1 && flow.getHeight() > 0);
        if (isVisible()) {
            setMax(hidden);
            setVisibleAmount(hidden * flow.getHeight() / total);
            setBlockIncrement(flow.getHeight());
            setValue(Math.clamp(flow.estimatedScrollYProperty().getValue(), 0, hidden));
        }
        following = false;
    }
}
