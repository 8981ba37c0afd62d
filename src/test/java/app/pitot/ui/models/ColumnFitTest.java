package app.pitot.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnFitTest {
    @ParameterizedTest
    @ValueSource(ints = {680, 780, 986, 1286, 1900})
    void theColumnsFillTheRoomAndNoneIsTooNarrow(int room) {
        var fit = ColumnFit.of(room);
        assertThat(fit.values().stream().mapToDouble(w -> w).sum()).isBetween(room - 15.0, (double) room);
        fit.forEach((column, width) -> assertThat(width).as(column.name()).isGreaterThanOrEqualTo(column.width()));
    }

    @Test
    void theNarrowestKeepsWhatTellsModelsApart() {
        assertThat(ColumnFit.of(680)).containsKeys(Column.MODEL, Column.ACCOUNT, Column.CONTEXT, Column.PRICE_IN,
                Column.PRICE_OUT, Column.MEASURED);
        assertThat(ColumnFit.of(50)).containsOnlyKeys(Column.MODEL);
        assertThat(ColumnFit.of(1900)).containsOnlyKeys(Column.values());
    }
}
