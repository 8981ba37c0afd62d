package app.pitot.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.provider.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bench's thresholds with fewer requests. */
@Timeout(60)
class QueueTrialTest {
    private static final int COUNT = 150;

    static List<Plan> plans() {
        return QueueTrial.plans();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void allPassWithoutARefusalNearlyAsSoonAsTheyCan(Plan plan) {
        var trial = new QueueTrial(plan, COUNT, 1);
        var queued = trial.queued();
        var earliest = trial.earliest();
        assertThat(queued.answered()).isEqualTo(COUNT);
        assertThat(queued.refused()).isZero();
        assertThat(QueueTrial.share(queued, earliest)).as("%s of %s", queued, earliest).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void aFixedPaceByRequestsMeetsRefusals() {
        var plan = plans().stream().filter(each -> each.id().equals("groq-free-2026-10")).findFirst().orElseThrow();
        var trial = new QueueTrial(plan, COUNT, 1);
        assertThat(trial.paced(trial.pace()).refused()).isPositive();
    }
}
