package app.pitot.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnFitTest {
    private static final ColumnNeeds MANY = new ColumnNeeds(
            Map.of(Column.MODEL, 38, Column.ACCOUNT, 34, Column.CAPABILITIES, 30), true);

    @ParameterizedTest
    @ValueSource(ints = {680, 780, 986, 1286, 1900})
    void theColumnsFillTheRoomAndNoneIsTooNarrow(int room) {
        for (var needs : new ColumnNeeds[]{ColumnNeeds.NONE, MANY}) {
            var fit = ColumnFit.of(room, needs);
            assertThat(fit.values().stream().mapToDouble(w -> w).sum()).isBetween(room - 15.0, (double) room);
            fit.forEach((column, width) -> assertThat(width).as(column.name()).isGreaterThanOrEqualTo(column.least()));
        }
    }

    @Test
    void theNarrowestKeepsWhatTellsModelsApart() {
        assertThat(ColumnFit.of(680, MANY)).containsKeys(Column.MODEL, Column.ACCOUNT, Column.CONTEXT, Column.PRICE_IN,
                Column.PRICE_OUT);
        assertThat(ColumnFit.of(50, MANY)).containsOnlyKeys(Column.MODEL);
        assertThat(ColumnFit.of(2100, MANY)).containsOnlyKeys(Column.values());
    }

    @Test
    void capabilitiesAreSeenBesideTheInstruments() {
        assertThat(ColumnFit.of(986, MANY)).containsKeys(Column.CAPABILITIES, Column.MEASURED, Column.STATUS);
    }

    @Test
    void aColumnIsAsWideAsItsTextNeedsBeforeOthersGetRoom() {
        var simulators = new ColumnNeeds(Map.of(Column.MODEL, 20, Column.ACCOUNT, 22, Column.CAPABILITIES, 38), false);
        assertThat(ColumnFit.of(986, simulators).get(Column.ACCOUNT)).isGreaterThanOrEqualTo(22 * 6.0);
        assertThat(ColumnFit.of(986, simulators)).containsKey(Column.LIMITS).doesNotContainKey(Column.STATUS);
    }
}
