package app.pitot.ui.transcript;

import org.fxmisc.flowless.VirtualFlow;

/** How far rows are scrolled, so that several views can be scrolled together. JavaFX thread only. */
public final class ScrollPlace {
    private final VirtualFlow<?, ?> flow;
    private final Runnable leave;

    /** @param leave called before the rows are scrolled from outside */
    ScrollPlace(VirtualFlow<?, ?> flow, Runnable leave) {
        this.flow = flow;
        this.leave = leave;
    }

    /** 0 at the top, 1 at the end; 0 while all fits into the view. */
    public double share() {
        double hidden = hidden();
        return hidden < 1 ? 0 : Math.clamp(flow.estimatedScrollYProperty().getOrElse(0.0) / hidden, 0, 1);
    }

    /** Scrolls to where {@link #share} is {@code share}, as nearly as its rows are known. */
    public void go(double share) {
        if (hidden() >= 1) {
            leave.run();
            flow.scrollYToPixel(Math.clamp(share, 0, 1) * hidden());
        }
    }

    /** @param moved called after it was scrolled, by whomever */
    public void onMove(Runnable moved) {
        flow.estimatedScrollYProperty().addListener((property, was, is) -> moved.run());
    }

    private double hidden() {
        return flow.totalHeightEstimateProperty().getOrElse(0.0) - flow.getHeight();
    }
}
