package app.pitot.ui.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.KeyStatus;
import app.pitot.api.KeyStatus.Cap;
import app.pitot.exchange.KeyNews;
import app.pitot.ui.instruments.DayFace.Tone;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What the panel says of a key's money. */
class KeyFacesTest {
    private static KeyFace face(Cap limit, Cap left, String today) {
        var status = new KeyStatus(null, limit, left, null, null, today == null ? null : new BigDecimal(today), null,
                null, null, null, null, null);
        return KeyFaces.of(new KeyNews(status, Instant.parse("2026-11-26T14:12:00Z")), ZoneOffset.UTC);
    }

    private static Cap usd(String amount) {
        return new Cap(true, new BigDecimal(amount));
    }

    @Test
    void creditIsShownWithItsLimitItsSourceAndItsTime() {
        var face = face(usd("10"), usd("6.5"), "0.1");
        assertThat(face.lines()).containsExactly(new KeyFace.Line("Credit left", "$6.50 of $10.00"),
                new KeyFace.Line("Spent today", "$0.10"));
        assertThat(face.source()).isEqualTo("reported 14:12");
        assertThat(face.tone()).isEqualTo(Tone.CALM);
    }

    @Test
    void unlimitedAndUnknownAreTwoThings() {
        assertThat(face(Cap.UNLIMITED, Cap.UNLIMITED, null).lines())
                .containsExactly(new KeyFace.Line("Credit left", "no limit on this key"));
        assertThat(face(Cap.UNKNOWN, Cap.UNKNOWN, null)).isNull();
        assertThat(KeyFaces.of(null, ZoneOffset.UTC)).isNull();
    }

    @Test
    void littleAndNoCreditAreSaidInTime() {
        assertThat(face(usd("10"), usd("2.5"), null).tone()).isEqualTo(Tone.WARN);
        assertThat(face(usd("10"), usd("1"), null).tone()).isEqualTo(Tone.BAD);
        assertThat(face(Cap.UNKNOWN, usd("-0.02"), null).tone()).isEqualTo(Tone.BAD);
    }
}
