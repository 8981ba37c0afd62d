package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {
    private static final Path HOME = Path.of("/home/u");

    private static Path configuration(String os, Map<String, String> environment) {
        return Folders.resolve(environment::get, os, HOME).configuration();
    }

    @Test
    void settingsLieInThePlatformsConfigurationFolder() {
        assertThat(configuration("Linux", Map.of())).isEqualTo(HOME.resolve(".config/pitot"));
        assertThat(configuration("Linux", Map.of("XDG_CONFIG_HOME", "/cfg"))).isEqualTo(Path.of("/cfg/pitot"));
        assertThat(configuration("Linux", Map.of("XDG_CONFIG_HOME", "cfg"))).isEqualTo(HOME.resolve(".config/pitot"));
        assertThat(configuration("Mac OS X", Map.of())).isEqualTo(HOME.resolve("Library/Application Support/Pitot"));
        assertThat(configuration("Windows 11", Map.of("APPDATA", "/roaming"))).isEqualTo(Path.of("/roaming/Pitot"));
        assertThat(configuration("Windows 11", Map.of())).isEqualTo(HOME.resolve("AppData/Roaming/Pitot"));
    }

    @Test
    void dataStaysInTheDataFolder() {
        assertThat(Folders.resolve(Map.of("XDG_CONFIG_HOME", "/cfg")::get, "Linux", HOME).data())
                .isEqualTo(HOME.resolve(".local/share/pitot"));
    }

    @Test
    void aNamedFolderHoldsBothAndBeatsTheVariable() {
        var variable = Map.of("PITOT_HOME", "/own", "XDG_CONFIG_HOME", "/cfg");
        assertThat(Folders.resolve(variable::get, "Linux", HOME)).isEqualTo(Folders.in(Path.of("/own")));
        assertThat(Folders.resolve(variable::get, Path.of("/named"))).isEqualTo(Folders.in(Path.of("/named")));
        assertThat(Folders.resolve(variable::get, (Path) null)).isEqualTo(Folders.in(Path.of("/own")));
    }
}
