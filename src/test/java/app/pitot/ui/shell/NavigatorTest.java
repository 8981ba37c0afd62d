package app.pitot.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class NavigatorTest {
    private final Navigator navigator = new Navigator(EnumSet.of(View.CHAT, View.MODELS));

    @Test
    void theFirstViewIsShownAtFirst() {
        assertThat(navigator.current().get()).isEqualTo(View.CHAT);
    }

    @Test
    void aViewThatDoesNotExistIsNotGoneTo() {
        navigator.go(View.SETTINGS);
        assertThat(navigator.offers(View.SETTINGS)).isFalse();
        assertThat(navigator.current().get()).isEqualTo(View.CHAT);
    }

    @Test
    void everyVisitIsToldAlsoOfTheViewThatIsShown() {
        var visits = new ArrayList<View>();
        navigator.onVisit(visits::add);
        navigator.go(View.MODELS);
        navigator.go(View.MODELS);
        navigator.go(View.SETTINGS);
        assertThat(visits).containsExactly(View.MODELS, View.MODELS);
    }

    @Test
    void backLeadsToWhereTheUserCameFrom() {
        navigator.go(View.MODELS);
        navigator.go(View.MODELS);
        navigator.back();
        assertThat(navigator.current().get()).isEqualTo(View.CHAT);
    }
}
