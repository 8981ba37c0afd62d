package app.pitot.ui.params;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatParameters;
import app.pitot.history.History;
import app.pitot.history.MemoryHistory;
import app.pitot.history.Preset;
import app.pitot.history.Setup;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.params.PresetsModel.Asking;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresetsModelTest {
    private static final Setup TERSE = new Setup("Be terse.", ChatParameters.of(0.2, 100), null, null);

    private final History history = new MemoryHistory();
    private final Parameters parameters = new Parameters();
    private final PresetsModel model = new PresetsModel(history, new Jobs(Runnable::run, Runnable::run), parameters);

    private void keep(String name, Setup setup) {
        parameters.show(setup);
        model.askName();
        model.name(name);
    }

    private List<String> names() {
        return model.presets().stream().map(Preset::name).toList();
    }

    @Test
    void whatIsKeptIsReadAndChosen() {
        history.savePreset(new Preset("terse", TERSE));
        history.savePreset(new Preset("Plain", Setup.NONE));
        model.load();
        assertThat(names()).containsExactly("Plain", "terse");
        assertThat(model.chosen().get()).isNull();
        model.choose(model.presets().getLast());
        assertThat(parameters.setup().get()).isEqualTo(TERSE);
        assertThat(model.modified().get()).isFalse();
        parameters.temperature().set(1.0);
        assertThat(model.modified().get()).isTrue();
        assertThat(model.chosen().get().name()).isEqualTo("terse");
        parameters.temperature().set(0.2);
        assertThat(model.modified().get()).isFalse();
    }

    @Test
    void aNewOneIsKeptAndChosen() {
        keep(" terse\u202e ", TERSE);
        assertThat(history.presets()).extracting(Preset::setup).containsExactly(TERSE);
        assertThat(names()).first().asString().startsWith("terse").doesNotContain("\u202e");
        assertThat(model.chosen().get()).isEqualTo(model.presets().getFirst());
        assertThat(model.asking().get()).isEqualTo(new Asking.Nothing());
    }

    @Test
    void aNameInUseAsksBeforeItReplaces() {
        keep("terse", TERSE);
        keep("Terse", Setup.NONE);
        assertThat(model.asking().get()).isInstanceOf(Asking.Replace.class);
        assertThat(history.presets()).extracting(Preset::setup).containsExactly(TERSE);
        model.dismiss();
        assertThat(history.presets()).extracting(Preset::setup).containsExactly(TERSE);
        keep("Terse", Setup.NONE);
        model.replace();
        assertThat(history.presets()).containsExactly(new Preset("terse", Setup.NONE));
        assertThat(names()).containsExactly("terse");
    }

    @Test
    void changesAreKeptOnDemandOnly() {
        keep("terse", TERSE);
        parameters.temperature().set(1.5);
        assertThat(history.presets().getFirst().setup()).isEqualTo(TERSE);
        model.update();
        assertThat(history.presets().getFirst().setup().parameters().temperature()).isEqualTo(1.5);
        assertThat(model.modified().get()).isFalse();
    }

    @Test
    void anotherNameKeepsWhatWasKeptAndNotWhatIsSet() {
        keep("terse", TERSE);
        parameters.temperature().set(1.5);
        model.askRename();
        model.name("Short");
        assertThat(history.presets()).containsExactly(new Preset("Short", TERSE));
        assertThat(model.modified().get()).isTrue();
        model.askRename();
        model.name("SHORT");
        assertThat(names()).containsExactly("SHORT");
    }

    @Test
    void renamingOntoAnotherAsksAndThenLeavesOne() {
        keep("a", TERSE);
        keep("b", Setup.NONE);
        model.askRename();
        model.name("A");
        model.replace();
        assertThat(history.presets()).containsExactly(new Preset("a", Setup.NONE));
    }

    @Test
    void deletingCanBeUndoneAndTouchesNothingThatIsSet() {
        keep("terse", TERSE);
        model.delete();
        assertThat(history.presets()).isEmpty();
        assertThat(parameters.setup().get()).isEqualTo(TERSE);
        assertThat(model.chosen().get()).isNull();
        model.undo();
        assertThat(history.presets()).containsExactly(new Preset("terse", TERSE));
        assertThat(model.chosen().get().name()).isEqualTo("terse");
    }

    @Test
    void anotherConversationIsNoChangedPreset() {
        keep("terse", TERSE);
        parameters.show(Setup.NONE);
        assertThat(model.chosen().get()).isNull();
        assertThat(model.modified().get()).isFalse();
        parameters.show(TERSE);
        assertThat(model.chosen().get().name()).isEqualTo("terse");
    }

    @Test
    void thePresetsShownAreOneListForAsLongAsTheModelIs() {
        assertThat(model.presets()).isSameAs(model.presets());
    }

    @Test
    void aBlankNameKeepsAsking() {
        parameters.show(TERSE);
        model.askName();
        model.name("  ");
        assertThat(model.asking().get()).isEqualTo(new Asking.Name(null));
        assertThat(history.presets()).isEmpty();
    }
}
