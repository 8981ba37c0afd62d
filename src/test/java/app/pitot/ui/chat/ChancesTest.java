package app.pitot.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.TokenChance;
import app.pitot.api.TokenChance.Other;
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
                .containsExactly(new Line("␣sun⏎", "75.0 %, else rain 20.0 % · fog < 0.1 %"));
        assertThat(Chances.of(List.of(new TokenChance("a", 0, List.of())))).containsExactly(new Line("a", "100.0 %"));
    }

    @Test
    void aLongAnswerIsCutAndTheRestCounted() {
        var lines = Chances.of(Collections.nCopies(Chances.MOST + 7, new TokenChance("a", -1, List.of())));
        assertThat(lines).hasSize(Chances.MOST + 1).last().isEqualTo(new Line("…", "7 more tokens are not shown."));
    }
}
