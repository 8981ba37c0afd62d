package app.pitot.ui.attach;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.history.Picture;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Capability;
import app.pitot.provider.Catalogue;
import app.pitot.catalogue.ModelEntry;
import app.pitot.provider.ModelExtras;
import app.pitot.provider.ModelInfo;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.offer.ModelChoice;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachModelTest {
    @TempDir
    private Path folder;

    private final ObservableList<Picture> pictures = FXCollections.observableArrayList();
    private final SimpleObjectProperty<ModelChoice> model = new SimpleObjectProperty<>();
    private final List<String> typed = new ArrayList<>();
    private final AttachModel attach = new AttachModel(pictures, model, new Jobs(Runnable::run, Runnable::run));

    AttachModelTest() {
        attach.onText(typed::add);
    }

    private static ModelChoice choice(String provider, Set<Capability> can) {
        var found = Catalogue.shipped().providers().stream().filter(each -> each.id().equals(provider)).findFirst()
                .orElseThrow();
        var account = new Account("a", found, "http://127.0.0.1:1/v1", null, KeySource.none(), "none");
        var extras = new ModelExtras(null, null, null, null, false, can, List.of(), false);
        return ModelChoice.of(account, new ModelEntry(
                new ModelInfo("m", "m", null, null, null, null, null, null, null, null, extras), true, null, null));
    }

    private static byte[] png(int side) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    @Test
    void eachFileIsTakenForWhatItIs() throws IOException {
        attach.add(List.of(file("really-a-picture.txt", png(8)), file("notes.png", "a note\r\n".getBytes()),
                file("program", new byte[]{'M', 'Z', 0, 1}), folder, folder.resolve("missing.png")));
        assertThat(pictures).extracting(Picture::name).containsExactly("really-a-picture.txt");
        assertThat(typed).containsExactly("a note\n");
        assertThat(attach.said().get()).contains("notes.png is in the prompt: 7 characters", "program was not taken",
                "missing.png could not be read");
        assertThat(attach.reading().get()).isZero();
    }

    @Test
    void whoeverListensHearsAlsoAfterMemoryWasCleared() throws IOException {
        var heard = new ArrayList<Integer>();
        attach.pictures().addListener(
                (javafx.collections.ListChangeListener<Picture>) change -> heard.add(change.getList().size()));
        assertThat(attach.pictures()).isSameAs(attach.pictures());
        System.gc();
        var bytes = png(8);
        attach.addBytes(() -> bytes);
        assertThat(heard).containsExactly(1);
    }

    @Test
    void theNumberOfPicturesIsBounded() throws IOException {
        var files = new ArrayList<Path>();
        for (int i = 0; i < 25; i++) {
            files.add(file(i + ".png", png(8 + i)));
        }
        attach.add(files);
        assertThat(pictures).hasSize(20);
        assertThat(attach.said().get()).isEqualTo("No more than 20 pictures can be attached.");
        attach.remove(pictures.getFirst());
        assertThat(pictures).hasSize(19);
        assertThat(attach.said().get()).isEmpty();
    }

    @Test
    void aPastedPictureHasNoNameAndItsFailureIsSaid() throws IOException {
        var bytes = png(8);
        attach.addBytes(() -> bytes);
        assertThat(pictures.getFirst().name()).isEmpty();
        attach.addBytes(() -> {
            throw new IOException("no pixels");
        });
        assertThat(attach.said().get()).startsWith("It could not be read");
        assertThat(pictures).hasSize(1);
    }

    @Test
    void aModelThatDoesNotSeeIsNamedBeforeAnythingIsSent() throws IOException {
        model.set(choice("openrouter", Set.of(Capability.TOOLS)));
        assertThat(attach.note().get().words()).isEmpty();
        var bytes = png(8);
        attach.addBytes(() -> bytes);
        assertThat(attach.note().get().doubt()).isTrue();
        assertThat(attach.note().get().otherModel()).isTrue();
        model.set(choice("openrouter", null));
        assertThat(attach.note().get().doubt()).isFalse();
        assertThat(attach.note().get().words()).contains("not known whether m sees");
        model.set(choice("openrouter", Set.of(Capability.VISION)));
        assertThat(attach.note().get().words()).isEmpty();
    }

    @Test
    void theLimitsOfTheProviderAreSaid() throws IOException {
        model.set(choice("groq", Set.of(Capability.VISION)));
        for (int i = 0; i < 4; i++) {
            var bytes = png(8 + i);
            attach.addBytes(() -> bytes);
        }
        assertThat(attach.note().get().words()).contains("takes 3 pictures").contains("these are 4");
        attach.remove(pictures.getLast());
        assertThat(attach.note().get().words()).isEmpty();
    }

    @Test
    void tokensGrowWithThePicture() throws IOException {
        var small = png(32);
        var large = png(640);
        attach.addBytes(() -> small);
        attach.addBytes(() -> large);
        assertThat(AttachModel.tokens(pictures.getLast())).isGreaterThan(AttachModel.tokens(pictures.getFirst()))
                .isGreaterThan(100);
    }
}
