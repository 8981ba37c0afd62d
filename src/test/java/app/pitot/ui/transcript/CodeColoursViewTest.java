package app.pitot.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Ticker;
import app.pitot.ui.common.FxTest;
import java.nio.file.Path;
import javafx.application.ColorScheme;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CodeColoursViewTest extends FxTest {
    private TranscriptModel model;
    private TranscriptView view;
    private ReplyRows reply;

    @BeforeEach
    void open() {
        show(() -> {
            model = new TranscriptModel(Ticker.system(), new PulseTurns());
            view = new TranscriptView(model, _ -> {});
            reply = model.addReply("model");
            return view;
        }, 784, 640);
    }

    @Test
    void coloursComeWhileTheBlockIsOpenAndMoveNothing() {
        onFx(() -> reply.append("```java\nvar x = f(1); // note\nreturn", ""));
        assertThat(comes(() -> text(".code-keyword") != null)).isTrue();
        var place = fx(() -> text(".code-text.places").getBoundsInParent());
        assertThat(fx(() -> text(".code-keyword").getText())).as("a line that may still grow").isEqualTo("var");
        assertThat(fx(() -> text(".code-keyword").getBoundsInParent().getMinX())).isEqualTo(place.getMinX());
        onFx(() -> reply.append(" x;\n```\nEnd", ""));
        assertThat(comes(() -> text(".code-keyword").getText().equals("var\nreturn"))).isTrue();
        assertThat(fx(() -> text(".code-text.places").getBoundsInParent().getHeight())).isEqualTo(place.getHeight());
    }

    @Test
    void aPieceGoesOnWithWhatTheOneBeforeLeftOpen() {
        onFx(() -> {
            reply.append("```java\n/*\n" + "var\n".repeat(60) + "*/ var\n```\n", "");
            reply.finish(java.util.List.of());
        });
        assertThat(comes(() -> view.lookupAll(".code-comment").size() == 2)).isTrue();
        assertThat(fx(() -> view.lookupAll(".code-keyword").size())).isEqualTo(1);
    }

    @Test
    void anUnknownLanguageStaysAsItIs() {
        onFx(() -> reply.append("```brainfuck\n++ var\n```\n", ""));
        pulses(20);
        assertThat(fx(() -> view.lookupAll(".code-text").size())).isEqualTo(1);
    }

    @Test
    void aGalleryToLookAt() {
        onFx(() -> reply.append("""
                ```java
                @Override
                var wait = windows.stream()
                    .map(w -> w.timeUntil(reservation)) // zero when it fits
                \t.max(naturalOrder()).orElse(ZERO);
                ```

                ```python
                async def names(self, limit: int = 10) -> list[str]:
                    \"""All of them.\"""
                    return [f"{n!r}" for n in self.rows if n != None]  # 名前 😀 x = 1
                ```

                ```json
                {"名前": "値", "n": [1.5e-3, true, null], "emoji": "😀👨‍👩‍👧", "z": 1}
                ```

                ```html
                <a href="https://example.org" id=x>t &amp; u</a> <script>const x = /a/g;</script>
                ```

                ```diff
                @@ -1 +1 @@
                -old line
                +new line
                ```

                ```sh
                for f in *.txt; do echo "$f" | grep -v x; done # all
                ```
                """, ""));
        pulses(40);
        for (var scheme : ColorScheme.values()) {
            onFx(() -> desktop.set(scheme));
            pulses(4);
            write(snapshot(view.getScene()), Path.of("target/transcript/code-" + scheme + ".png"));
        }
    }

    private Text text(String selector) {
        return (Text) view.lookup(selector);
    }
}
