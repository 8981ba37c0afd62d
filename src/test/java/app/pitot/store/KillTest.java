package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few kills; the bench does a thousand. */
class KillTest {
    @TempDir
    Path temp;

    @Test
    void nothingThatWasAcknowledgedIsLost() throws Exception {
        var kills = new Kills(temp, 42);
        kills.run(5);
        assertThat(kills.faults).isEmpty();
        assertThat(kills.kept).isPositive();
    }
}
