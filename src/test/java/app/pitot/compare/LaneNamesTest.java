package app.pitot.compare;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.exchange.Accounts;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two accounts of one name. */
class LaneNamesTest {
    private static Account simulator(String planId) {
        return Accounts.simulator("http://127.0.0.1:1/v1", Catalogue.shipped().plan(planId).orElseThrow());
    }

    private static Account named(String id, Account like) {
        return new Account(id, like.name(), like.provider(), like.baseUrl(), like.plan(), like.key(), like.keyLabel(),
                like.connection());
    }

    @Test
    void oneAccountNeedsNothing() {
        var one = simulator("cerebras-free-2026-04");
        assertThat(LaneNames.apart(Arrays.asList(one, one, null))).containsExactly("", "", "");
    }

    @Test
    void twoSimulatorsGoByTheirPlans() {
        var free = simulator("cerebras-free-2026-04");
        var trial = simulator("cerebras-trial-2026-09");
        assertThat(LaneNames.apart(List.of(free, trial))).containsExactly(free.plan().name(), trial.plan().name())
                .doesNotHaveDuplicates();
        assertThat(LaneNames.of(List.of(free, trial))).containsExactly("Simulator · " + free.plan().name(),
                "Simulator · " + trial.plan().name());
    }

    @Test
    void twoOfOnePlanGoByTheEndOfTheirIds() {
        var like = simulator("cerebras-free-2026-04");
        assertThat(LaneNames.apart(List.of(named("account-12ab", like), named("account-34cd", like))))
                .containsExactly("12ab", "34cd");
    }

    @Test
    void resultsNameTheSimulatorsPlanAlways() {
        var free = simulator("cerebras-free-2026-04");
        var lane = new Lane(0, free, Rig.MODEL, app.pitot.api.ChatParameters.NONE);
        assertThat(LaneFacts.of(List.of(lane)).getFirst().accountName()).isEqualTo("Simulator · " + free.plan().name());
        assertThat(LaneFacts.of(lane).accountName()).isEqualTo("Simulator");
    }
}
