package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatImage;
import app.pitot.api.ChatParameters;
import app.pitot.history.Conversation;
import app.pitot.history.History;
import app.pitot.history.MemoryHistory;
import app.pitot.history.Message;
import app.pitot.history.Picture;
import app.pitot.history.Preset;
import app.pitot.history.ReplyFacts;
import app.pitot.history.Setup;
import app.pitot.history.Unsent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done in whatever order, the disk says the same as memory. */
@Timeout(120)
class HistoryLikeMemoryTest {
    private static final int STEPS = 400;

    @TempDir
    Path temp;

    private final List<StoreProblem> problems = new ArrayList<>();
    private final MemoryHistory memory = new MemoryHistory();
    private final Set<String> ids = new TreeSet<>();
    private final List<Message> messages = new ArrayList<>();
    private Random random;
    private Database database;
    private SqliteHistory disk;

    private void open() {
        database = new Database(temp, Rows.CLOCKS, problems::add);
        disk = new SqliteHistory(database, Rows.CLOCKS);
    }

    private void close() {
        disk.close();
        database.close();
    }

    private void both(Consumer<History> step) {
        step.accept(memory);
        step.accept(disk);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void sameAsMemory(long seed) {
        random = new Random(seed);
        open();
        for (int i = 0; i < STEPS; i++) {
            step(i);
            if (random.nextInt(10) == 0) {
                compare();
            }
            if (random.nextInt(60) == 0) {
                messages.clear();
                close();
                open();
                compare();
            }
        }
        compare();
        close();
        assertThat(problems).isEmpty();
    }

    private void step(int number) {
        var id = "c" + random.nextInt(6);
        var at = Rows.NOW.plusSeconds(random.nextInt(50));
        switch (random.nextInt(10)) {
            case 0 -> {
                ids.add(id);
                var home = Conversation
                        .begin(id, at, new Setup("s" + number, ChatParameters.of(0.5, number), null, "m"))
                        .withTitle("t" + number, random.nextBoolean()).withPinned(random.nextBoolean());
                both(each -> each.save(home));
            }
            case 1 -> both(each -> each.change(id, now -> now.withDraft("d" + number).withChangedAt(at)));
            case 2, 3, 4 -> {
                if (memory.conversation(id).isPresent()) {
                    var message = random.nextBoolean()
                            ? Message.question("m" + number, id, null, at, "q" + number, List.of())
                            : Message.reply("m" + number, id, null, at, "x" + number);
                    messages.add(message);
                    both(each -> each.add(message));
                }
            }
            case 5 -> {
                messages.removeIf(each -> memory.conversation(each.conversationId()).isEmpty());
                if (!messages.isEmpty()) {
                    var message = messages.remove(random.nextInt(messages.size()));
                    var ended = message.ended("a" + number, "", ReplyFacts.of(Rows.complete("x")));
                    both(each -> each.end(ended));
                }
            }
            case 6 -> {
                if (memory.conversation(id).isPresent()) {
                    both(each -> each.delete(id));
                }
            }
            case 7 -> both(each -> each.restore(id));
            case 8 -> {
                var pictures = random.nextBoolean()
                        ? List.of(new Picture(new ChatImage("image/png", new byte[]{(byte) random.nextInt(3)}), "p", 1,
                                2))
                        : List.<Picture>of();
                var unsent = new Unsent(pictures, random.nextBoolean() ? Map.of("m", List.of("r" + number)) : Map.of(),
                        0);
                if (memory.conversation(id).isPresent()) {
                    both(each -> each.keepUnsent(id, unsent));
                }
            }
            default -> {
                if (random.nextBoolean()) {
                    both(each -> each.purge(id));
                } else if (random.nextBoolean()) {
                    both(each -> each.savePreset(new Preset("p0" + id, Setup.NONE)));
                } else {
                    both(each -> each.deletePreset("p0" + id));
                }
            }
        }
    }

    private void compare() {
        assertThat(disk.conversations()).isEqualTo(memory.conversations());
        assertThat(disk.presets()).isEqualTo(memory.presets());
        assertThat(disk.taken(List.of("c0", "c5", "m3", "m4", "z")))
                .isEqualTo(memory.taken(List.of("c0", "c5", "m3", "m4", "z")));
        for (var id : ids) {
            assertThat(disk.unsent(id)).isEqualTo(memory.unsent(id));
            assertThat(disk.conversation(id)).isEqualTo(memory.conversation(id));
            assertThat(disk.messages(id)).usingRecursiveFieldByFieldElementComparatorIgnoringFields("state")
                    .isEqualTo(memory.messages(id));
        }
    }
}
