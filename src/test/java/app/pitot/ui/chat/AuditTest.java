package app.pitot.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.history.MemoryHistory;
import app.pitot.quota.Audit;
import org.junit.jupiter.api.Test;

class AuditTest {
    private final ChatRig rig = new ChatRig(new MemoryHistory());

    @Test
    void itIsMadeAfterAReplyAndAnotherCapAndNotAtEachKey() {
        var audit = new Audit(1_336, 410, 20, 600);
        rig.exchanges.audit = audit;
        rig.say("Hello", "Hi");
        assertThat(rig.chat.audit().get()).isEqualTo(audit);
        var before = rig.exchanges.audits;
        rig.chat.draft().set("a");
        rig.chat.draft().set("ab");
        assertThat(rig.exchanges.audits).isEqualTo(before);
        rig.exchanges.audit = new Audit(1_336, 410, 20, null);
        rig.chat.parameters().maxTokens().set(600);
        assertThat(rig.exchanges.audits).isEqualTo(before + 1);
        assertThat(rig.chat.audit().get().suggestedMaxTokens()).isNull();
    }
}
