package app.pitot.ui.requests;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.transcript.Clip;
import app.pitot.usage.RequestRow;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Which request this is, how it ended, and its names, which can be selected and copied. */
final class Headline extends VBox {
    private final DetailsModel model;
    private final Label status = new Label();
    private final Label title = new Label();
    private final Label place = new Label();
    private final Label said = new Label();
    private final FlowPane ids = new FlowPane(16, 0);

    Headline(DetailsModel model) {
        super(3);
        this.model = model;
        getStyleClass().add("request-headline");
        title.getStyleClass().add("figure-medium");
        title.setMinWidth(0);
        status.setMinWidth(Region.USE_PREF_SIZE);
        place.getStyleClass().addAll("text-secondary", "text-muted");
        place.setMinWidth(0);
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        var top = new HBox(10, title, status, place);
        top.setAlignment(Pos.BASELINE_LEFT);
        getChildren().addAll(top, said, ids);
        model.row().subscribe(this::show);
    }

    private void show(RequestRow row) {
        if (row == null) {
            return;
        }
        var words = model.words();
        title.setText(words.of(row, Column.MODEL));
        status.setText(words.of(row, Column.STATUS));
        status.getStyleClass().setAll("label", "tag", StatusWords.tone(row.status()).styleClass());
        var provider = words.names().provider(row);
        var account = words.of(row, Column.ACCOUNT);
        place.setText(account.contains(provider) ? account : Texts.get("requests.place", provider, account));
        said.setText(Texts.get("requests.said.at", StatusWords.sentence(row, words.now()), words.exactly(
                row.startedAt())));
        ids.getChildren().setAll(id("requests.id", row.id()));
        if (row.requestId() != null) {
            ids.getChildren().add(id("requests.id.provider", row.requestId()));
        }
        if (row.attempt() > 1) {
            ids.getChildren().add(small(Texts.get("requests.attempt", row.attempt())));
        }
        if (!row.good()) {
            var damaged = small(Texts.get("requests.damaged"));
            damaged.getStyleClass().add("text-bad");
            ids.getChildren().add(damaged);
        }
    }

    private static Label small(String words) {
        var label = new Label(words);
        label.getStyleClass().addAll("text-secondary", "text-muted");
        return label;
    }

    /** A name in a field that nobody types in, so that it can be selected; a double click copies all of it. */
    private static HBox id(String key, String id) {
        var name = small(Texts.get(key));
        var field = new TextField(id);
        field.setEditable(false);
        field.getStyleClass().addAll("bare", "request-id");
        field.setPrefColumnCount(Math.min(36, id.length()));
        field.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                field.selectAll();
                Clip.markdown(id);
            }
        });
        Describe.node(field, name.getText(), Texts.get("requests.id.help"));
        var box = new HBox(5, name, field);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
