package app.pitot.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.TokenChance;
import app.pitot.api.TokenChance.Other;
import app.pitot.ui.transcript.Details.Chance;
import app.pitot.ui.transcript.Details.Line;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChancesTest {
    @Test
    void aTokenStandsWithItsShareAndWhatElseCouldHaveStoodThere() {
        var chance = new TokenChance(" sun\n", Math.log(0.75), List.of(new Other(" sun\n", Math.log(0.75)),
                new Other("rain", Math.log(0.2)), new Other("fog", Math.log(1e-9))));
        assertThat(Chances.of(List.of(chance)))
                .endsWith(new Line("␣sun⏎", "75.0 %, else rain 20.0 % · fog < 0.1 %", Chance.LIKELY));
        assertThat(Chances.of(List.of(new TokenChance("a", 0, List.of()))))
                .endsWith(new Line("a", "100.0 %", Chance.SURE));
        assertThat(Chances.of(List.of())).isEmpty();
    }

    @Test
    void theBandsAreThoseThatTheFirstLineNames() {
        var lines = Chances.of(List.of(token(0.9), token(0.89), token(0.5), token(0.1), token(0.09)));
        assertThat(lines.getFirst().value()).contains("90 %", "50 %", "10 %");
        assertThat(lines.subList(1, 6)).extracting(Line::chance).containsExactly(Chance.SURE, Chance.LIKELY,
                Chance.LIKELY, Chance.UNSURE, Chance.UNLIKELY);
    }

    private static TokenChance token(double chance) {
        return new TokenChance("a", Math.log(chance) + 1e-12, List.of());
    }

    @Test
    void aLongAnswerIsCutAndTheRestCounted() {
        var lines = Chances.of(Collections.nCopies(Chances.MOST + 7, new TokenChance("a", -1, List.of())));
        assertThat(lines).hasSize(Chances.MOST + 2).last().isEqualTo(new Line("…", "7 more tokens are not shown."));
    }
}
