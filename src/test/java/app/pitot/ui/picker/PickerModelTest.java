package app.pitot.ui.picker;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Provider;
import java.util.List;
import org.junit.jupiter.api.Test;

class PickerModelTest {
    private final Account one = account("one", "First");
    private final Account two = account("two", "Second");
    private final PickerModel picker = new PickerModel(List.of(one, two));

    private static Account account(String id, String name) {
        return new Account(id, new Provider("custom", name, null, "auto"), "http://h/v1", null, KeySource.none(), "");
    }

    private static List<ModelInfo> models(String... ids) {
        return java.util.Arrays.stream(ids).map(ModelInfo::ofId).toList();
    }

    private List<String> shown() {
        return picker.shown().stream().map(c -> c.account().provider().name() + " " + c.model().id()).toList();
    }

    @Test
    void everyTypedWordNarrowsTheList() {
        picker.setModels(one, models("gpt-oss-120b", "qwen-3.8-27b"), true);
        picker.setModels(two, models("openai/gpt-oss-20b"), true);

        picker.filter().set("GPT second");
        assertThat(shown()).containsExactly("Second openai/gpt-oss-20b");
    }

    @Test
    void anUnknownIdCanBeUsedAtEveryAccount() {
        picker.setModels(one, models("a"), true);
        picker.filter().set("my/own-model");
        assertThat(shown()).containsExactly("First my/own-model", "Second my/own-model");
        assertThat(picker.shown().getFirst().listed()).isFalse();
    }

    @Test
    void aFetchedListReplacesWhatWasKnownAndKeepsItsPlace() {
        picker.setModels(one, models("old"), false);
        picker.setModels(two, models("b"), false);
        picker.setModels(one, models("new"), true);
        assertThat(shown()).containsExactly("First new", "Second b");
    }

    @Test
    void theSelectionTakesOverWhatTheFetchedListKnows() {
        picker.select(one, "a");
        assertThat(picker.selected().get().listed()).isFalse();
        picker.setModels(one, models("a"), true);
        assertThat(picker.selected().get().listed()).isTrue();
    }

    @Test
    void selectingEmptiesTheFilter() {
        picker.setModels(one, models("a", "b"), true);
        picker.filter().set("b");
        picker.select(picker.shown().getFirst());
        assertThat(picker.filter().get()).isEmpty();
        assertThat(picker.selected().get().model().id()).isEqualTo("b");
    }
}
