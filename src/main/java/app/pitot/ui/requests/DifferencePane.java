package app.pitot.ui.requests;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.requests.DifferenceModel.Face;
import app.pitot.ui.requests.DifferenceModel.Line;
import app.pitot.ui.transcript.Clip;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Two requests side by side, line by line. */
final class DifferencePane extends VBox {
    private static final double BAR = 12;
    private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final TableView<Line> table = new TableView<>();
    private final TableColumn<Line, String> name = FactsTable.column(Line::name, "fact-name");
    private final TableColumn<Line, String> before = FactsTable.column(Line::before, "fact-value");
    private final TableColumn<Line, String> after = FactsTable.column(Line::after, "fact-value");
    private final Label note = new Label();

    /** @param leave gives the room back to the details */
    DifferencePane(DifferenceModel model, Runnable leave) {
        super(6);
        getStyleClass().add("request-page");
        var title = new Label(Texts.get("requests.difference"));
        title.getStyleClass().add("figure-medium");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var back = new Button(Texts.get("requests.difference.leave"));
        back.getStyleClass().add("small");
        back.setOnAction(_ -> leave.run());
        Describe.node(back, back.getText(), Texts.get("requests.difference.leave.help"));
        var top = new HBox(8, title, space, back);
        top.setAlignment(Pos.CENTER_LEFT);
        note.getStyleClass().addAll("text-secondary", "text-muted");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        table.getStyleClass().addAll("requests-table", "difference-table");
        table.setAccessibleText(title.getText());
        table.setFixedCellSize(FactsTable.ROW);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        name.setText(Texts.get("requests.difference.what"));
        table.getColumns().setAll(List.of(name, before, after));
        table.setRowFactory(_ -> new TableRow<>() {
            @Override
            protected void updateItem(Line line, boolean empty) {
                super.updateItem(line, empty);
                boolean some = !empty && line != null;
                pseudoClassStateChanged(DIFFERS, some && line.differs());
                pseudoClassStateChanged(HEADING, some && line.heading());
                setAccessibleText(some ? spoken(line) : null);
            }
        });
        table.widthProperty().subscribe(width -> {
            double room = Math.max(0, width.doubleValue() - BAR);
            name.setPrefWidth(room * 0.36);
            before.setPrefWidth(room * 0.32);
            after.setPrefWidth(room * 0.32);
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                event.consume();
                var some = List.copyOf(table.getSelectionModel().getSelectedItems());
                Clip.markdown((some.size() < 2 ? table.getItems() : some).stream()
                        .map(line -> line.name() + "\t" + line.before() + "\t" + line.after())
                        .collect(Collectors.joining("\n")));
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(top, note, table);
        model.face().subscribe(this::show);
    }

    /** Gives the focus to the table. */
    void enter() {
        table.requestFocus();
    }

    private void show(Face face) {
        if (face != null) {
            before.setText(face.first());
            after.setText(face.second());
            note.setText(face.note());
            table.getItems().setAll(face.lines());
        }
    }

    private String spoken(Line line) {
        return line.heading()
                ? line.name()
                : Texts.get(line.differs() ? "requests.difference.spoken" : "requests.difference.alike", line.name(),
                        line.before(), line.after());
    }
}
