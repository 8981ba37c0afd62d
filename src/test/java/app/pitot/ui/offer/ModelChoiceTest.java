package app.pitot.ui.offer;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.catalogue.ModelEntry;
import app.pitot.provider.Capability;
import app.pitot.provider.ModelExtras;
import app.pitot.provider.ModelInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelChoiceTest {
    @Test
    void isFoundByWhatTheModelCanDo() {
        var sees = choice("a", Set.of(Capability.VISION, Capability.TOOLS));
        var blind = choice("b", Set.of(Capability.TOOLS));
        var unknown = choice("c", null);

        var words = ModelChoice.words("Vision tools");
        assertThat(sees.matches(words)).isTrue();
        assertThat(blind.matches(words)).isFalse();
        assertThat(unknown.matches(words)).isFalse();
    }

    private static ModelChoice choice(String id, Set<Capability> can) {
        var extras = new ModelExtras(null, null, null, null, false, can, List.of(), false);
        var model = new ModelInfo(id, id, null, null, BigDecimal.ONE, BigDecimal.ONE, true, null, null, null, extras);
        return ModelChoice.of(new SampleOffers().groq, new ModelEntry(model, true, null, null));
    }
}
