package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.exchange.Lesson;
import app.pitot.quota.InputEstimate;
import app.pitot.quota.PromptSample;
import app.pitot.quota.PromptSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LessonsFileTest {
    private static final Lesson LESSON = new Lesson(4.3, List.of(sample(400, 100), sample(812, 207)));

    @TempDir
    private Path folder;

    private static PromptSample sample(long characters, long tokens) {
        return new PromptSample(new PromptSize(characters, 70, 12, 3, 4.5), tokens);
    }

    @Test
    void whatWasLearnedIsThereAfterARestart() {
        try (var file = new LessonsFile(folder)) {
            assertThat(file.load("a", "m")).isNull();
            file.save("a", "m", LESSON);
            file.save("a", "vendor/other:free", new Lesson(3, List.of()));
            assertThat(file.load("a", "m")).as("at once").isEqualTo(LESSON);
        }
        try (var file = new LessonsFile(folder)) {
            assertThat(file.load("a", "m")).isEqualTo(LESSON);
            assertThat(file.load("a", "vendor/other:free").bytesPerToken()).isEqualTo(3);
            assertThat(file.load("b", "m")).isNull();
        }
    }

    @Test
    void itIsWrittenAWhileAfterAReply() throws Exception {
        try (var file = new LessonsFile(folder, 1)) {
            file.save("a", "m", LESSON);
            while (!Files.exists(folder.resolve("learned.json"))) {
                Thread.sleep(1);
            }
        }
        assertThat(new LessonsFile(folder).load("a", "m")).isEqualTo(LESSON);
    }

    @Test
    void twoRunsKeepWhatTheOtherLearned() {
        try (var one = new LessonsFile(folder); var other = new LessonsFile(folder)) {
            one.load("a", "m");
            other.load("a", "m");
            one.save("a", "m", LESSON);
            other.save("b", "m", LESSON);
        }
        assertThat(new LessonsFile(folder).load("a", "m")).isEqualTo(LESSON);
        assertThat(new LessonsFile(folder).load("b", "m")).isEqualTo(LESSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nonsense", "[1,2]", "{\"models\":7}", "null",
        "{\"models\":[{\"account\":\"a\",\"model\":\"m\",\"bytesPerToken\":-1,\"prompts\":[]}]}"})
    void aFileThatCannotBeReadIsBegunAnew(String damaged) throws Exception {
        Files.writeString(folder.resolve("learned.json"), damaged);
        try (var file = new LessonsFile(folder)) {
            assertThat(file.load("a", "m")).isNull();
            file.save("a", "m", LESSON);
        }
        assertThat(new LessonsFile(folder).load("a", "m")).isEqualTo(LESSON);
    }

    @Test
    void rowsThatMakeNoSenseAreLeftOut() throws Exception {
        Files.writeString(folder.resolve("learned.json"),
                "{\"models\":[{\"account\":\"a\",\"model\":\"m\",\"bytesPerToken\":4,\"prompts\":[[400,70,12,3,4.5,100],"
                        + "[400,500,12,3,4,100],[-1,0,0,0,0,5],[1,0,0,0,0,0],\"x\",[]]}]}");
        assertThat(new LessonsFile(folder).load("a", "m").prompts()).containsExactly(sample(400, 100));
    }

    @Test
    void theModelsUsedLongestAgoGoFirst() {
        try (var file = new LessonsFile(folder)) {
            IntStream.range(0, 230).forEach(i -> file.save("a", "m" + i, LESSON));
        }
        var file = new LessonsFile(folder);
        assertThat(file.load("a", "m29")).isNull();
        assertThat(file.load("a", "m30")).isEqualTo(LESSON);
    }

    @Test
    void anEstimateGoesOnWhereItStopped() {
        var before = new InputEstimate();
        before.restore(IntStream.range(1, 30).mapToObj(i -> sample(100L * i, 40 + 31L * i)).toList());
        try (var file = new LessonsFile(folder)) {
            file.save("a", "m", new Lesson(4, before.samples()));
        }
        var after = new InputEstimate();
        after.restore(new LessonsFile(folder).load("a", "m").prompts());
        assertThat(after.samples()).isEqualTo(before.samples()).hasSize(29);
    }
}
