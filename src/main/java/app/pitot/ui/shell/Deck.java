package app.pitot.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.layout.StackPane;

/** Shows one view at a time; each is made at its first visit and kept. */
final class Deck extends StackPane {
    private final Map<View, Supplier<Page>> makers;
    private final Map<View, Page> pages = new EnumMap<>(View.class);

    Deck(Navigator navigator, Map<View, Supplier<Page>> makers) {
        this.makers = makers;
        setMinWidth(0);
        show(navigator.current().get());
        navigator.onVisit(view -> {
            show(view);
            pages.get(view).focus().run();
        });
    }

    /** True once {@code view} was visited. */
    boolean made(View view) {
        return pages.containsKey(view);
    }

    private void show(View view) {
        var page = pages.computeIfAbsent(view, this::make);
        for (var each : getChildren()) {
            boolean shown = each == page.node();
            each.setVisible(shown);
            each.setManaged(shown);
        }
    }

    private Page make(View view) {
        var page = makers.get(view).get();
        getChildren().add(page.node());
        return page;
    }
}
