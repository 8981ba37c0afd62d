package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFolderTest {
    private static final Path HOME = Path.of("/home/u");

    private static Path resolve(String os, Map<String, String> environment) {
        return DataFolder.resolve(environment::get, os, HOME);
    }

    @Test
    void followsEachPlatform() {
        assertThat(resolve("Linux", Map.of())).isEqualTo(HOME.resolve(".local/share/pitot"));
        assertThat(resolve("Linux", Map.of("XDG_DATA_HOME", "/data"))).isEqualTo(Path.of("/data/pitot"));
        assertThat(resolve("Mac OS X", Map.of())).isEqualTo(HOME.resolve("Library/Application Support/Pitot"));
        assertThat(resolve("Windows 11", Map.of("LOCALAPPDATA", "/local"))).isEqualTo(Path.of("/local/Pitot"));
        assertThat(resolve("Windows 11", Map.of())).isEqualTo(HOME.resolve("AppData/Local/Pitot"));
    }

    @Test
    void aRelativeXdgPathIsIgnored() {
        assertThat(resolve("Linux", Map.of("XDG_DATA_HOME", "data"))).isEqualTo(HOME.resolve(".local/share/pitot"));
    }

    @Test
    void ourOwnVariableWins() {
        assertThat(resolve("Linux", Map.of("PITOT_HOME", "/own", "XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/own"));
        assertThat(resolve("Linux", Map.of("PITOT_HOME", " "))).isEqualTo(HOME.resolve(".local/share/pitot"));
    }
}
