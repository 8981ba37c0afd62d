package app.pitot.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Ticker;
import app.pitot.markdown.HostileSamples;
import app.pitot.ui.common.FxTest;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever is shown, nothing is fetched, nothing is started, and the window answers. */
class HostileViewTest extends FxTest {
    private final List<URI> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<URI> opened = new ArrayList<>();

    @Test
    void everySampleIsShownWithoutAConnectionOrAProcess() {
        var before = ProxySelector.getDefault();
        ProxySelector.setDefault(new Spy());
        try {
            var stage = show(javafx.scene.layout.StackPane::new, 760, 520);
            for (var sample : HostileSamples.all().entrySet()) {
                showOne(stage, sample.getKey(), sample.getValue());
            }
        } finally {
            ProxySelector.setDefault(before);
        }
        assertThat(asked).isEmpty();
        assertThat(opened).isEmpty();
        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    private void showOne(javafx.stage.Stage stage, String name, String text) {
        var reply = fx(() -> {
            var model = new TranscriptModel(Ticker.system(), new PulseTurns());
            stage.getScene().setRoot(new TranscriptView(model, opened::add));
            var made = model.addReply("model");
            made.append(text, "");
            made.finish(List.of());
            return made;
        });
        assertThat(comes(reply::finished)).as(name).isTrue();
        pulses(1);
        if (name.contains("prose 202e") || name.contains("1,000 columns") || name.equals("10,000 links")) {
            write(snapshot(stage.getScene()),
                    Path.of("target/transcript/hostile-" + name.replaceAll("\\W+", "-") + ".png"));
        }
    }

    private final class Spy extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            asked.add(uri);
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException e) {
            asked.add(uri);
        }
    }
}
