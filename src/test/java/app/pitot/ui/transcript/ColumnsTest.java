package app.pitot.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    @DisplayName("Columns that fit keep their width")
    void fit() {
        assertThat(Columns.fit(new double[]{50, 100}, 200)).containsExactly(50, 100);
    }

    @Test
    @DisplayName("Only the wide columns give way")
    void narrow() {
        assertThat(Columns.fit(new double[]{50, 1_000, 400}, 650)).containsExactly(50, 300, 300);
        assertThat(Columns.fit(new double[]{50, 1_000, 100}, 650)).containsExactly(50, 500, 100);
    }

    @Test
    @DisplayName("A column never disappears")
    void narrowest() {
        assertThat(Columns.fit(new double[]{500, 500, 500}, 30)).containsExactly(40, 40, 40);
    }
}
