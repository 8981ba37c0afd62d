package app.pitot.ui.transcript;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.fxmisc.flowless.VirtualFlow;

/** Keeps the end in sight for as long as the user is there. */
final class Follow {
    private static final double NEAR = 6;

    private final VirtualFlow<Row, RowCell> flow;
    private final TranscriptModel model;
    private final Pulses pulses;
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);

    Follow(VirtualFlow<Row, RowCell> flow, TranscriptModel model, Pulses pulses) {
        this.flow = flow;
        this.model = model;
        this.pulses = pulses;
    }

    ReadOnlyBooleanProperty following() {
        return following.getReadOnlyProperty();
    }

    /** What is shown has grown, or the view changed its size. */
    void changed() {
        if (model.rows().isEmpty()) {
            following.set(true);
        } else if (following.get()) {
            showEnd();
        }
    }

    /** Back to the end, and stay there. */
    void toEnd() {
        following.set(true);
        if (!model.rows().isEmpty()) {
            showEnd();
        }
    }

    /** The user moves up: stop at once and for good, before the next text pulls the view down again. */
    void up() {
        if (!model.rows().isEmpty() && scrollable()) {
            following.set(false);
        }
    }

    /** The user looks at one place, as for a selection: stop, even while all fits into the view. */
    void stop() {
        if (!model.rows().isEmpty()) {
            following.set(false);
        }
    }

    /** The user moved down: whether to follow depends on where that led. */
    void moved() {
        pulses.next(() -> {
            if (!model.rows().isEmpty() && !following.get()) {
                following.set(atEnd());
            }
        });
    }

    /** True if there is more than fits into the view. */
    boolean scrollable() {
        return flow.totalHeightEstimateProperty().getOrElse(0.0) > flow.getHeight() || flow.getFirstVisibleIndex() > 0;
    }

    private boolean atEnd() {
        return flow.getCellIfVisible(model.rows().size() - 1)
                .map(cell -> cell.getNode().getBoundsInParent().getMaxY() <= flow.getHeight() + NEAR).orElse(false);
    }

    private void showEnd() {
        flow.showAsLast(model.rows().size() - 1);
    }
}
