package app.pitot.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import javafx.beans.property.SimpleDoubleProperty;
import org.junit.jupiter.api.Test;

/** Which panels a window of some width shows. */
class PanelsTest {
    private final SimpleDoubleProperty width = new SimpleDoubleProperty(1366);
    private final Navigator navigator = new Navigator(EnumSet.allOf(View.class));
    private final Panels panels = new Panels(width, navigator.current());

    private String shown() {
        return (panels.history().get() ? "list " : "") + (panels.instruments().get() ? "instruments" : "");
    }

    @Test
    void aWideWindowShowsBothAndANarrowOneKeepsTheChat() {
        assertThat(shown()).isEqualTo("list instruments");
        width.set(1000);
        assertThat(shown()).isEqualTo("instruments");
        width.set(760);
        assertThat(shown()).isEmpty();
        width.set(1366);
        assertThat(shown()).isEqualTo("list instruments");
    }

    @Test
    void whatIsAskedForTakesTheOthersPlaceInANarrowWindow() {
        width.set(1000);
        panels.toggleHistory();
        assertThat(shown()).isEqualTo("list ");
        panels.toggleHistory();
        assertThat(shown()).isEqualTo("instruments");
        width.set(760);
        panels.toggleHistory();
        assertThat(shown()).isEqualTo("list ");
        panels.toggleHistory();
        assertThat(shown()).isEmpty();
    }

    @Test
    void theInstrumentsComeBackWhenTheyAreAskedFor() {
        width.set(1000);
        panels.toggleHistory();
        panels.instrumentsSwitch().set(true);
        assertThat(shown()).isEqualTo("instruments");
    }

    @Test
    void theListBelongsToTheChatAlone() {
        navigator.go(View.MODELS);
        assertThat(shown()).isEqualTo("instruments");
        navigator.go(View.CHAT);
        assertThat(shown()).isEqualTo("list instruments");
        panels.historyWanted().set(false);
        assertThat(shown()).isEqualTo("instruments");
    }

    @Test
    void aVeryNarrowWindowShowsTheInstrumentsOnceTheyAreAskedFor() {
        width.set(760);
        assertThat(panels.instrumentsSwitch().get()).as("nothing can be seen").isFalse();
        panels.instrumentsSwitch().set(true);
        assertThat(shown()).as("once is enough").isEqualTo("instruments");
        panels.toggleHistory();
        assertThat(shown()).isEqualTo("list ");
        assertThat(panels.instrumentsSwitch().get()).isFalse();
        panels.toggleHistory();
        assertThat(shown()).isEqualTo("instruments");
        panels.instrumentsSwitch().set(false);
        assertThat(shown()).isEmpty();
        assertThat(panels.instrumentsWanted().get()).isFalse();
        panels.instrumentsSwitch().set(true);
        width.set(1366);
        width.set(760);
        assertThat(shown()).as("nobody asked since").isEmpty();
    }
}
