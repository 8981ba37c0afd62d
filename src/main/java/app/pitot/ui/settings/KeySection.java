package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.provider.KeyPlace.Kind;
import app.pitot.ui.connect.FormField;
import app.pitot.ui.connect.KeyWords;
import app.pitot.ui.connect.SecretField;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;

/** Where the key comes from, and a new one. */
final class KeySection extends FormSection {
    KeySection(AccountFormModel model) {
        super(Texts.get("form.key"));
        var key = model.key();
        if (key.kept()) {
            getChildren().add(Page.quiet(KeyWords.place(key.before(), model.store())));
        }
        var kinds = List.of(Kind.KEYCHAIN, Kind.SESSION, Kind.ENVIRONMENT, Kind.NONE);
        var place = Choices.of(kinds, kind -> Texts.get("form.key.place." + kind.name().toLowerCase(Locale.ROOT),
                model.store()), key.kind());
        getChildren().add(field("form.key.place", place, new SimpleStringProperty("")));
        var name = Texts.get(key.kept() ? "form.key.replace" : "form.key.new");
        var four = key.before().lastFour();
        var prompt = !key.kept()
                ? ""
                : four == null || four.isEmpty()
                        ? Texts.get("form.header.keep")
                        : Texts.get("form.key.keep", four);
        var secret = new FormField(name, new SecretField(key.entered(), name, prompt),
                key.kept() ? Texts.get("form.key.keep.help") : "", key.entered().problem());
        shownWhile(secret, key.kind().map(kind -> kind == Kind.KEYCHAIN || kind == Kind.SESSION));
        var variable = field("form.variable", text(key.variable()), key.variableProblem());
        var note = FormField.help("");
        note.textProperty().bind(key.variableNote());
        shownWhile(note, key.kind().isEqualTo(Kind.ENVIRONMENT).and(key.variableNote().isNotEmpty()));
        shownWhile(variable, key.kind().isEqualTo(Kind.ENVIRONMENT));
        getChildren().addAll(secret, variable, note);
    }
}
