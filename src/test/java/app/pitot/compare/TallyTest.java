package app.pitot.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.pitot.api.ChatParameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void withoutVotesNothingIsSaid() {
        assertThat(of(2)).isEqualTo(new Tally(List.of(0, 0), 0, null));
        assertThat(of(2).leader()).isEqualTo(-1);
    }

    @Test
    void tiesAreCountedAndLeftOutOfTheTest() {
        var tally = of(2, 0, 0, 0, 0, 0, 0, Vote.TIE);
        assertThat(tally.votes()).isEqualTo(7);
        assertThat(tally.ties()).isEqualTo(1);
        assertThat(tally.leader()).isZero();
        // Six of six, either way: 2 / 64.
        assertThat(tally.chance()).isCloseTo(2.0 / 64, within(1e-12));
    }

    @Test
    void sevenOfTenProveNothing() {
        // (120 + 45 + 10 + 1) / 1024, either way.
        assertThat(of(2, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1).chance()).isCloseTo(2 * 176.0 / 1024, within(1e-12));
    }

    @Test
    void ofThreeLanesAnyMightHaveLed() {
        assertThat(of(3, 2, 2).chance()).isCloseTo(3.0 / 9, within(1e-12));
        assertThat(of(3, 1).chance()).isEqualTo(1);
    }

    @Test
    void twoThatLeadAlikeAreNoLeader() {
        assertThat(of(3, 0, 1).leader()).isEqualTo(-1);
        assertThat(of(3, 0, 1).chance()).isNull();
    }

    @Test
    void votesForLanesThatAreNotThereAreNoVotes() {
        assertThat(of(2, 5, -7).votes()).isZero();
    }

    @Test
    void manyVotesStayFigures() {
        var tally = of(2, Collections.nCopies(300, 0).stream().mapToInt(Integer::intValue).toArray());
        assertThat(tally.chance()).isBetween(0.0, 1e-80);
    }

    private static Tally of(int lanes, int... votes) {
        var all = new ArrayList<Vote>();
        for (int i = 0; i < votes.length; i++) {
            all.add(new Vote(i + 1, votes[i], Instant.EPOCH));
        }
        var facts = Collections.nCopies(lanes,
                new LaneFacts("a", "Mine", "Groq", "groq", "https://example.com/v1", "m", ChatParameters.NONE));
        return Tally.of(new Comparison("id", null, null, Instant.EPOCH, null, "1", ComparisonSetup.NONE,
                "", facts, 1, Comparison.State.DONE, List.of(), all));
    }
}
