package app.pitot.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class FormSectionTest {
    /** A binding that nobody holds listens weakly to its source: the proxy's fields stayed away after a collection. */
    @Test
    void whatIsShownWhileABindingHoldsStillFollowsItAfterACollection() {
        var kind = new SimpleObjectProperty<String>();
        var node = new Region();
        showWhileSet(node, kind);
        collect();

        kind.set("HTTP");
        assertThat(node.isVisible()).isTrue();
        assertThat(node.isManaged()).isTrue();
        kind.set(null);
        assertThat(node.isVisible()).isFalse();
        assertThat(node.isManaged()).isFalse();
    }

    private static void showWhileSet(Region node, SimpleObjectProperty<String> kind) {
        BooleanBinding set = kind.isNotNull();
        FormSection.shownWhile(node, set);
        assertThat(node.isVisible()).isFalse();
    }

    private static void collect() {
        var other = new WeakReference<>(new Object());
        while (other.get() != null) {
            System.gc();
        }
    }
}
