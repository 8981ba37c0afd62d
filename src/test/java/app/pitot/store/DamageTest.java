package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some damages; the bench does ten thousand. */
class DamageTest {
    @TempDir
    Path temp;

    @Test
    void noDamageIsShownAsGood() throws Exception {
        var damages = new Damages(temp, 7);
        damages.run(60);
        assertThat(damages.faults).isEmpty();
        assertThat(damages.outcomes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(60);
    }
}
