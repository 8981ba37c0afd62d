package app.pitot.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pitot.keys.KeyChange.Outcome.Changed;
import app.pitot.keys.KeyChange.Outcome.NotStored;
import app.pitot.keys.KeyChange.Outcome.NotSwitched;
import app.pitot.keys.KeyChange.Outcome.OldRemains;
import app.pitot.keys.SecretResult.Denied;
import app.pitot.keys.SecretResult.Found;
import app.pitot.keys.SecretResult.Locked;
import app.pitot.keys.SecretResult.Missing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyChangeTest {
    private static final String OLD = "account-1/1";
    private static final String NEW = "account-1/2";

    /** A store in memory that writes down what it is asked, and refuses what it is told to. */
    private static final class ScriptedStore implements SecretStore {
        final SessionStore memory = new SessionStore();
        final List<String> asked = new ArrayList<>();
        SecretResult onWrite;
        SecretResult onDelete;

        @Override
        public String place() {
            return "Test Keyring";
        }

        @Override
        public boolean lasting() {
            return true;
        }

        @Override
        public SecretResult availability() {
            return memory.availability();
        }

        @Override
        public SecretResult read(String item) {
            return memory.read(item);
        }

        @Override
        public SecretResult write(String item, Secret secret) {
            asked.add("write " + item);
            return onWrite != null ? onWrite : memory.write(item, secret);
        }

        @Override
        public SecretResult delete(String item) {
            asked.add("delete " + item);
            return onDelete != null ? onDelete : memory.delete(item);
        }

        @Override
        public void close() {
            memory.close();
        }
    }

    private final ScriptedStore store = new ScriptedStore();
    private final KeyChange change = new KeyChange(store);
    private String used = OLD;

    @BeforeEach
    void anOldKeyIsInUse() throws KeyException {
        store.memory.write(OLD, Secret.of("csk-old"));
    }

    @Test
    void theOldKeyIsDeletedAfterTheSwitch() throws Exception {
        var outcome = change.replace(OLD, NEW, Secret.of("csk-new"), item -> {
            store.asked.add("switch " + item);
            used = item;
        });
        assertThat(outcome).isEqualTo(new Changed());
        assertThat(store.asked).containsExactly("write " + NEW, "switch " + NEW, "delete " + OLD);
        assertThat(valueInUse()).isEqualTo("csk-new");
        assertThat(store.read(OLD)).isEqualTo(new Missing());
    }

    @Test
    void aNewKeyThatIsNotStoredLeavesTheOldOneInUse() throws Exception {
        store.onWrite = new Locked("locked");
        assertThat(change.replace(OLD, NEW, Secret.of("csk-new"), this::use))
                .isEqualTo(new NotStored(new Locked("locked")));
        assertThat(valueInUse()).isEqualTo("csk-old");
        assertThat(store.asked).containsExactly("write " + NEW);
    }

    @Test
    void aStoreThatDoesNotSayStoredIsNotBelieved() throws Exception {
        store.onWrite = new Missing();
        assertThat(change.replace(OLD, NEW, Secret.of("csk-new"), this::use)).isInstanceOf(NotStored.class);
        assertThat(valueInUse()).isEqualTo("csk-old");
    }

    @Test
    void aSwitchThatFailsTakesTheNewKeyAwayAndLeavesTheOldOneInUse() throws Exception {
        var outcome = change.replace(OLD, NEW, Secret.of("csk-new"), _ -> {
            throw new IOException("The disk is full.");
        });
        assertThat(outcome).isEqualTo(new NotSwitched("The disk is full."));
        assertThat(valueInUse()).isEqualTo("csk-old");
        assertThat(store.read(NEW)).isEqualTo(new Missing());
    }

    @Test
    void anOldKeyThatCannotBeDeletedIsSaidAndTheNewOneIsInUse() throws Exception {
        store.onDelete = new Denied("still there");
        assertThat(change.replace(OLD, NEW, Secret.of("csk-new"), this::use))
                .isEqualTo(new OldRemains(new Denied("still there")));
        assertThat(valueInUse()).isEqualTo("csk-new");
    }

    @Test
    void aFirstKeyDeletesNothing() throws Exception {
        assertThat(change.first(NEW, Secret.of("csk-new"), this::use)).isEqualTo(new Changed());
        assertThat(store.asked).containsExactly("write " + NEW);
        assertThat(valueInUse()).isEqualTo("csk-new");
    }

    @Test
    void aKeyMovesFromTheSessionIntoTheKeychainUnderTheSameName() throws Exception {
        var session = new SessionStore();
        session.write(NEW, Secret.of("csk-new"));
        assertThat(change.move(session, NEW, NEW, Secret.of("csk-new"), this::use)).isEqualTo(new Changed());
        assertThat(valueInUse()).isEqualTo("csk-new");
        assertThat(session.read(NEW)).isEqualTo(new Missing());
    }

    @Test
    void theSameNameIsRefusedBeforeAnythingIsTouched() throws Exception {
        var secret = Secret.of("csk-new");
        assertThatThrownBy(() -> change.replace(OLD, OLD, secret, this::use))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.asked).isEmpty();
        assertThat(valueInUse()).isEqualTo("csk-old");
    }

    @Test
    void theSessionStoreForgetsWhenClosed() throws Exception {
        var session = new SessionStore();
        var mine = Secret.of("csk-new");
        session.write(NEW, mine);
        mine.close();
        try (var read = ((Found) session.read(NEW)).secret()) {
            assertThat(read.plain()).isEqualTo("csk-new");
        }
        assertThat(session.lasting()).isFalse();
        session.close();
        assertThat(session.read(NEW)).isEqualTo(new Missing());
    }

    private void use(String item) {
        used = item;
    }

    private String valueInUse() {
        try (var secret = ((Found) store.read(used)).secret()) {
            return secret.plain();
        }
    }
}
