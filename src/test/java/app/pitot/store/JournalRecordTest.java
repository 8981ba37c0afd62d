package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatImage;
import app.pitot.exchange.Attempt;
import app.pitot.history.Picture;
import app.pitot.history.Unsent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JournalRecordTest {
    @Test
    void whatWaitsToBeSentComesBackAsItWas() {
        var waits = new HistoryChange.KeepUnsent("c",
                new Unsent(List.of(new Picture(new ChatImage("image/png", new byte[]{0, -1, 7}), "a.png", 3, 2)),
                        Map.of("r", List.of("half a res", "")), 0));
        assertThat(JournalRecord.read(JournalRecord.write(waits))).isEqualTo(waits);
        var nothing = new HistoryChange.KeepUnsent("c", Unsent.NONE);
        assertThat(JournalRecord.read(JournalRecord.write(nothing))).isEqualTo(nothing);
    }

    @Test
    void aRequestOfAnEarlierVersionLacksWhatCameLater() {
        var end = LedgerRow.End.of(Attempt.first("a"), Rows.complete("a"), false, Rows.NOW);
        var now = new String(JournalRecord.write(end), StandardCharsets.UTF_8);
        assertThat(now).contains(",null]");
        var earlier = now.replaceFirst(",null]", "]").getBytes(StandardCharsets.UTF_8);
        var read = (JournalRecord.Exchange) JournalRecord.read(earlier);
        assertThat(read.row().values()).hasSameSizeAs(end.values()).endsWith((Object) null);
        assertThat(read.row().begin()).isEqualTo(end.begin());
    }
}
