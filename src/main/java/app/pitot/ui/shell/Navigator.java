package app.pitot.ui.shell;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which view is shown and which there are. JavaFX thread only. */
public final class Navigator {
    private final EnumSet<View> offered;
    private final ReadOnlyObjectWrapper<View> current;
    private final List<Consumer<View>> visitors = new ArrayList<>();
    private View before;

    /** @param offered the views that exist, at least one; the first of them is shown */
    Navigator(Set<View> offered) {
        this.offered = EnumSet.copyOf(offered);
        this.before = this.offered.iterator().next();
        this.current = new ReadOnlyObjectWrapper<>(before);
    }

    /** True if there is such a view. */
    public boolean offers(View view) {
        return offered.contains(view);
    }

    public ReadOnlyObjectProperty<View> current() {
        return current.getReadOnlyProperty();
    }

    /** Shows {@code view} and gives it the focus; a view that does not exist is not gone to. */
    public void go(View view) {
        if (!offers(view)) {
            return;
        }
        if (view != current.get()) {
            before = current.get();
            current.set(view);
        }
        visitors.forEach(visitor -> visitor.accept(view));
    }

    /** Shows the view that was shown before this one. */
    public void back() {
        go(before);
    }

    /** @param visitor told of each visit once the view is shown, also if it was shown already */
    void onVisit(Consumer<View> visitor) {
        visitors.add(visitor);
    }
}
