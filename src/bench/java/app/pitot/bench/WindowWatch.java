package app.pitot.bench;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fxmisc.richtext.GenericStyledArea;

/** Times pulses, keys and the last word in a window of the app. On the JavaFX thread only. */
final class WindowWatch {
    private static final long MOST_NANOS = ReplyServer.NANOS * 3 / 2;
    private static final long LOOK_NANOS = ReplyServer.NANOS * 9 / 10;

    private final Stage stage;
    private final GenericStyledArea<?, ?, ?> box;
    private final String place;
    private final Stamps pulses = new Stamps();
    private final Stamps keys = new Stamps();
    private int length;
    private String word;
    private Consumer<String> told;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulses.add(System.nanoTime());
        }
    };

    private WindowWatch(Stage stage, GenericStyledArea<?, ?, ?> box) {
        this.stage = stage;
        this.box = box;
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(WindowBench.WIDTH);
        stage.setHeight(WindowBench.HEIGHT);
        var middle = box.localToScreen(box.getWidth() / 2, box.getHeight() / 2);
        place = (int) middle.getX() + " " + (int) middle.getY();
        stage.getScene().addPostLayoutPulseListener(this::laidOut);
    }

    /** Null if that window has nothing to type a question into, or not yet. */
    static WindowWatch of(Window window) {
        if (window instanceof Stage stage && stage.isShowing() && stage.getScene() != null
                && stage.getScene().lookup(".prompt-box") instanceof Parent prompt
                && prompt.getLayoutBounds().getWidth() > 0
                && find(prompt, GenericStyledArea.class) instanceof GenericStyledArea<?, ?, ?> area) {
            return new WindowWatch(stage, area);
        }
        return null;
    }

    /** Where to click so as to type, in pixels of the screen. */
    String place() {
        return place;
    }

    /** @param told gets when {@code word} was painted, the pulses and the painted keys, as nanoseconds */
    void record(String word, Consumer<String> told) {
        this.word = word;
        this.told = told;
        pulses.clear();
        timer.start();
    }

    private void laidOut() {
        int now = box.getLength();
        if (now == 0) {
            keys.clear();
        }
        for (int i = length; i < now; i++) {
            WindowAgent.afterPaint(() -> keys.add(System.nanoTime()));
        }
        length = now;
        if (told != null && pulses.count > 0) {
            long passed = System.nanoTime() - pulses.at[0];
            if (passed > LOOK_NANOS && shows(stage.getScene().getRoot())) {
                end(true);
            } else if (passed > MOST_NANOS) {
                end(false);
            }
        }
    }

    private void end(boolean seen) {
        var receiver = told;
        told = null;
        WindowAgent.afterPaint(() -> {
            long painted = seen ? System.nanoTime() : 0;
            timer.stop();
            receiver.accept(painted + ";" + pulses + ";" + keys);
        });
    }

    private boolean shows(Node node) {
        if (!node.isVisible()) {
            return false;
        }
        if (node instanceof Text text && text.getText().contains(word)) {
            double y = text.localToScene(0, 0).getY();
            return y > 0 && y < stage.getScene().getHeight();
        }
        return node instanceof Parent parent && parent.getChildrenUnmodifiable().stream().anyMatch(this::shows);
    }

    private static Node find(Parent parent, Class<?> type) {
        for (var child : parent.getChildrenUnmodifiable()) {
            var found = type.isInstance(child) ? child : child instanceof Parent inner ? find(inner, type) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static final class Stamps {
        private long[] at = new long[2_048];
        private int count;

        void add(long nanos) {
            if (count == at.length) {
                at = Arrays.copyOf(at, 2 * count);
            }
            at[count++] = nanos;
        }

        void clear() {
            count = 0;
        }

        @Override
        public String toString() {
            return LongStream.of(at).limit(count).mapToObj(String::valueOf).collect(Collectors.joining(" "));
        }
    }
}
