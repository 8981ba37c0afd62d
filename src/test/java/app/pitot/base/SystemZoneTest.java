package app.pitot.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class SystemZoneTest {
    @Test
    void theSystemIsAskedAnewWhateverWasFoundBefore() {
        var here = SystemZone.now();
        var elsewhere = here.equals(ZoneId.of("Asia/Kathmandu")) ? "Asia/Tokyo" : "Asia/Kathmandu";
        TimeZone.setDefault(TimeZone.getTimeZone(elsewhere));
        assertThat(ZoneId.systemDefault()).isEqualTo(ZoneId.of(elsewhere));
        assertThat(SystemZone.now()).isEqualTo(here);
        assertThat(ZoneId.systemDefault()).isEqualTo(here);
    }
}
