package app.pitot.keys;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.keys.SecretResult.Found;
import app.pitot.keys.SecretResult.Missing;
import org.junit.jupiter.api.Test;

class SessionStoreTest {
    private static final String ITEM = "account-1/1";

    @Test
    void itForgetsWhenClosed() throws Exception {
        var session = new SessionStore();
        var mine = Secret.of("csk-new");
        session.write(ITEM, mine);
        mine.close();
        try (var read = ((Found) session.read(ITEM)).secret()) {
            assertThat(read.plain()).isEqualTo("csk-new");
        }
        assertThat(session.lasting()).isFalse();
        session.close();
        assertThat(session.read(ITEM)).isEqualTo(new Missing());
    }
}
