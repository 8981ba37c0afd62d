package app.pitot.ui.requests;

import app.pitot.api.Wire;
import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.Shortcut;
import app.pitot.ui.editor.ReadingBox;
import app.pitot.ui.transcript.Clip;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What was sent, or what came: headers and body, to be read, searched and copied. */
final class SidePane extends KeptPane implements Findable {
    private final Side side;
    private final BodyModel body;
    private final Label line = new Label();
    private final FactsTable headers;
    private final ReadingBox box = new ReadingBox();
    private final TextField find = new TextField();
    private final ToggleButton headersShown = toggle("requests.side.headers");

    SidePane(Side side, DetailsModel model, BodyModel body, Runnable toSettings) {
        this.side = side;
        this.body = body;
        getStyleClass().add("request-side");
        var key = side == Side.SENT ? "requests.tab.sent" : "requests.tab.received";
        headers = new FactsTable(Texts.get("requests.headers.name", Texts.get(key)), false);
        box.describe(Texts.get("requests.body.name", Texts.get(key)), null);
        line.getStyleClass().addAll("text-secondary", "text-muted");
        line.setMinWidth(0);
        var note = new Label();
        note.textProperty().bind(body.shown().map(BodyModel.Shown::note));
        note.getStyleClass().addAll("text-secondary", "text-warn");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        headers.visibleProperty().bind(headersShown.selectedProperty());
        box.visibleProperty().bind(headersShown.selectedProperty().not());
        var page = new StackPane(headers, box);
        page.setMinSize(0, 0);
        VBox.setVgrow(page, Priority.ALWAYS);
        var all = new VBox(4, line, tools(), note, page);
        all.getStyleClass().add("request-page");
        body.shown().subscribe(shown -> box.show(shown.text(), shown.json()));
        body.current().subscribe(at -> {
            if (at != null) {
                headersShown.setSelected(false);
                box.select(at.from(), at.to());
            }
        });
        follow(model, all, toSettings);
    }

    @Override
    public void find() {
        find.requestFocus();
        find.selectAll();
    }

    @Override
    void show(Wire wire) {
        line.setText(wire == null ? "" : side.line(wire));
        Describe.tooltip(line, wire == null ? null : side.line(wire));
        var all = wire == null ? List.<Wire.Header>of() : side.headers(wire);
        headers.show(all.stream().map(header -> new Fact(header.name(), header.value())).toList());
        headersShown.setText(Texts.get("requests.side.headers", all.size()));
        body.show(wire);
    }

    private FlowPane tools() {
        var pretty = toggle("requests.body.pretty");
        pretty.selectedProperty().bindBidirectional(body.pretty());
        pretty.disableProperty().bind(headersShown.selectedProperty());
        var copy = button("requests.body.copy", () -> Clip.markdown(body.whole()));
        find.setPromptText(Texts.get("requests.find"));
        find.getStyleClass().add("request-find");
        find.setPrefWidth(130);
        find.textProperty().bindBidirectional(body.query());
        Describe.node(find, Texts.get("requests.find"), Texts.get("requests.find.help"), Shortcut.FIND.combination(),
                Describe.Focus.TAB);
        find.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        var count = new Label();
        count.textProperty().bind(body.found());
        count.getStyleClass().addAll("text-secondary", "text-muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        var finding = new HBox(4, find, button("find.previous", "‹", () -> body.go(-1)),
                button("find.next", "›", () -> body.go(1)), count);
        finding.setAlignment(Pos.CENTER_LEFT);
        var tools = new FlowPane(6, 4, headersShown, pretty, copy, finding);
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            body.go(event.isShiftDown() ? -1 : 1);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            find.clear();
            box.requestFocus();
            event.consume();
        }
    }

    private static ToggleButton toggle(String key) {
        var toggle = new ToggleButton(Texts.get(key, 0));
        toggle.getStyleClass().add("small");
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        Describe.node(toggle, Texts.get(key + ".name"), Texts.get(key + ".help"));
        return toggle;
    }

    private static Button button(String key, Runnable run) {
        var button = button(key, Texts.get(key), run);
        Describe.tooltip(button, Texts.get("requests.body.copy.help"));
        return button;
    }

    private static Button button(String key, String face, Runnable run) {
        var button = new Button(face);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> run.run());
        Describe.node(button, Texts.get(key), null);
        return button;
    }
}
