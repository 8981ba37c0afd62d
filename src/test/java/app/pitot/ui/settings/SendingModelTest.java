package app.pitot.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import app.pitot.store.SettingsStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendingModelTest {
    @TempDir
    private Path folder;

    private SettingsStore store() {
        return new SettingsStore(folder, Clocks.system(), problem -> {
            throw new AssertionError(problem.message());
        });
    }

    private SendingModel opened() {
        var store = store();
        return new SendingModel(store.load().sendAgain(),
                now -> store.update(settings -> settings.withSendAgain(now)));
    }

    @Test
    void itIsOnAtFirstAndTheChoiceIsThereAtTheNextStart() {
        var first = opened();
        assertThat(first.again().get()).isTrue();
        first.again().set(false);
        var second = opened();
        assertThat(second.again().get()).isFalse();
        second.again().set(true);
        assertThat(opened().again().get()).isTrue();
    }
}
