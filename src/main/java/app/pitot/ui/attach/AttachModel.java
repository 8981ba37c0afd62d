package app.pitot.ui.attach;

import app.pitot.api.ChatMessage;
import app.pitot.base.Texts;
import app.pitot.history.Picture;
import app.pitot.pictures.PictureReader;
import app.pitot.pictures.TextReader;
import app.pitot.provider.PictureRules;
import app.pitot.quota.InputEstimate;
import app.pitot.ui.common.Format;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.offer.ModelChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * The pictures of a question that is being written, and texts that come into it from files. Files are read in the
 * background and in the order in which they were given. JavaFX thread only.
 */
public final class AttachModel {
    private final ObservableList<Picture> pictures;
    /** Held, because it hears of changes only as long as somebody does. */
    private final ObservableList<Picture> view;
    private final ObservableValue<ModelChoice> model;
    private final Jobs jobs;
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper reading = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<PictureNote> note = new ReadOnlyObjectWrapper<>(PictureNote.NONE);
    private Consumer<String> insert = _ -> {};

    /** What became of one file. */
    private sealed interface Found {
        record APicture(PictureReader.Reading reading) implements Found {}

        record AText(String name, TextReader.Reading reading) implements Found {}

        record Unread(String name) implements Found {}
    }

    /**
     * @param pictures of the question; changed here
     * @param model the selected one; its value may be null
     */
    public AttachModel(ObservableList<Picture> pictures, ObservableValue<ModelChoice> model, Jobs jobs) {
        this.pictures = pictures;
        this.view = FXCollections.unmodifiableObservableList(pictures);
        this.model = model;
        this.jobs = jobs;
        pictures.addListener((ListChangeListener<Picture>) _ -> check());
        model.subscribe(_ -> check());
    }

    /** Where texts from files go: given what is to be put where the caret is. */
    public void onText(Consumer<String> inserted) {
        insert = inserted;
    }

    /** In the order in which they will be sent; read-only. */
    public ObservableList<Picture> pictures() {
        return view;
    }

    /** What was not attached and why, or what was left out; empty for nothing to say. */
    public ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /** What was said was of a draft that is not here any more. */
    public void quiet() {
        said.set("");
    }

    /** Files that are being read. */
    public ReadOnlyIntegerProperty reading() {
        return reading.getReadOnlyProperty();
    }

    /** Whether the selected model can do with the pictures. */
    public ReadOnlyObjectProperty<PictureNote> note() {
        return note.getReadOnlyProperty();
    }

    /** Attaches pictures and takes texts, each for what its bytes say that it is. */
    public void add(List<Path> files) {
        read(() -> {
            var found = new ArrayList<Found>();
            for (var file : files) {
                found.add(find(file));
            }
            return found;
        });
    }

    /** Takes texts from files, whatever they are called. */
    public void addTexts(List<Path> files) {
        read(() -> {
            var found = new ArrayList<Found>();
            for (var file : files) {
                found.add(text(file));
            }
            return found;
        });
    }

    /** Attaches a picture without a file. @param encoded makes its bytes, in the background */
    public void addBytes(Callable<byte[]> encoded) {
        read(() -> List.of(new Found.APicture(PictureReader.read(encoded.call(), ""))));
    }

    public void remove(Picture picture) {
        pictures.remove(picture);
        said.set("");
    }

    /** Estimated tokens of {@code picture}. */
    public static long tokens(Picture picture) {
        var estimate = new InputEstimate();
        var bare = new ChatMessage(ChatMessage.Role.USER, "");
        var with = new ChatMessage(ChatMessage.Role.USER, "", List.of(picture.image()), List.of(), null);
        return estimate.of(List.of(with)) - estimate.of(List.of(bare));
    }

    private void read(Callable<List<Found>> work) {
        reading.set(reading.get() + 1);
        said.set("");
        jobs.start(work, found -> {
            reading.set(reading.get() - 1);
            found.forEach(this::take);
        }, _ -> {
            reading.set(reading.get() - 1);
            say(Texts.get("attach.failed"));
        });
    }

    private static Found find(Path file) {
        try (var in = Files.isRegularFile(file) ? Files.newInputStream(file) : null) {
            if (in == null) {
                return new Found.Unread(PictureReader.name(file));
            }
            var header = app.pitot.base.ImageHeader.of(in.readNBytes(16));
            return header.isPresent() ? new Found.APicture(PictureReader.read(file)) : text(file);
        } catch (IOException e) {
            return new Found.Unread(PictureReader.name(file));
        }
    }

    private static Found text(Path file) {
        var name = PictureReader.name(file);
        try {
            return Files.isRegularFile(file)
                    ? new Found.AText(name, TextReader.read(file))
                    : new Found.Unread(name);
        } catch (IOException e) {
            return new Found.Unread(name);
        }
    }

    private void take(Found found) {
        switch (found) {
            case Found.Unread unread -> say(Texts.get("attach.unread", unread.name()));
            case Found.AText text -> {
                switch (text.reading()) {
                    case TextReader.Reading.Refused refused -> say(refused.why());
                    case TextReader.Reading.Taken taken -> {
                        insert.accept(taken.text());
                        var message = new ChatMessage(ChatMessage.Role.USER, taken.text());
                        say(Texts.get("attach.text", text.name(), Format.count(taken.text().length()),
                                Format.count(new InputEstimate().of(List.of(message)))));
                    }
                }
            }
            case Found.APicture picture -> {
                switch (picture.reading()) {
                    case PictureReader.Reading.Refused refused -> say(refused.why());
                    case PictureReader.Reading.Taken taken -> attach(taken);
                }
            }
        }
    }

    private void attach(PictureReader.Reading.Taken taken) {
        long total = taken.picture().image().bytes().length;
        for (var each : pictures) {
            total += each.image().bytes().length;
        }
        if (pictures.size() >= PictureRules.MOST) {
            say(Texts.get("attach.many", PictureRules.MOST));
        } else if (total > PictureRules.MOST_TOTAL_BYTES) {
            say(Texts.get("attach.total", PictureRules.MOST_TOTAL_BYTES >> 20));
        } else {
            pictures.add(taken.picture());
            if (taken.cleaned()) {
                say(Texts.get("attach.cleaned", taken.picture().name().isEmpty()
                        ? Texts.get("picture.unnamed")
                        : taken.picture().name()));
            }
        }
    }

    private void say(String words) {
        said.set(said.get().isEmpty() || said.get().contains(words) ? words : said.get() + "\n" + words);
    }

    private void check() {
        note.set(PictureNote.of(List.copyOf(pictures), model.getValue()));
    }
}
