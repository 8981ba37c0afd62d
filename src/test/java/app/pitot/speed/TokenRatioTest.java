package app.pitot.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.pitot.api.Outcome;
import org.junit.jupiter.api.Test;

class TokenRatioTest {
    private final TokenRatio ratio = new TokenRatio();

    @Test
    void movesAFifthOfTheWay() {
        assertThat(ratio.bytesPerToken()).isEqualTo(4.0);
        ratio.learn(new Feed().steady(100, 10, 100, 5).complete(Feed.usage(100)));
        assertThat(ratio.bytesPerToken()).isCloseTo(4.2, within(1e-9));
        ratio.learn(new Feed().steady(100, 10, 100, 5).complete(Feed.usage(100)));
        assertThat(ratio.bytesPerToken()).isCloseTo(4.36, within(1e-9));
    }

    @Test
    void learnsOnlyFromWholeRepliesWithUsageAndAllTheirText() {
        ratio.learn(new Feed().steady(100, 10, 49, 5).complete(Feed.usage(49)));
        ratio.learn(new Feed().steady(100, 10, 100, 5).complete(null));
        ratio.learn(new Feed().steady(100, 10, 100, 5).complete(Feed.usage(600, 500)));
        ratio.learn(new Feed().steady(100, 10, 100, 5).end(Outcome.TRUNCATED, null, Feed.usage(100), null));
        ratio.learn(new Feed().steady(100, 10, 100, 5).liveAt(1_200));
        ratio.learn(new Feed().complete(Feed.usage(100)));
        ratio.learn(SpeedReading.NONE);
        assertThat(ratio.bytesPerToken()).isEqualTo(4.0);
    }
}
