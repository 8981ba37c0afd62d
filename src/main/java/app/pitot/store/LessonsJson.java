package app.pitot.store;

import app.pitot.exchange.Lesson;
import app.pitot.quota.InputEstimate;
import app.pitot.quota.PromptSample;
import app.pitot.quota.PromptSize;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lessons as a file: numbers in rows, no texts. What makes no sense is left out. */
final class LessonsJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final double MOST_BYTES_PER_TOKEN = 1_000;

    private LessonsJson() {}

    static byte[] write(Map<LessonKey, Lesson> lessons) throws IOException {
        var root = MAPPER.createObjectNode().put("version", 1);
        var models = root.putArray("models");
        lessons.forEach((key, lesson) -> {
            var rows = models.addObject().put("account", key.accountId()).put("model", key.modelId())
                    .put("bytesPerToken", lesson.bytesPerToken()).putArray("prompts");
            for (var sample : lesson.prompts()) {
                var size = sample.size();
                rows.addArray().add(size.narrow()).add(size.blanks()).add(size.marks()).add(size.wide())
                        .add(size.rest()).add(sample.tokens());
            }
        });
        return MAPPER.writeValueAsBytes(root);
    }

    /** @throws IOException if it is no JSON */
    static Map<LessonKey, Lesson> read(byte[] bytes) throws IOException {
        var lessons = new LinkedHashMap<LessonKey, Lesson>();
        for (var node : MAPPER.readTree(bytes).path("models")) {
            var bytesPerToken = node.path("bytesPerToken").asDouble();
            var account = node.path("account").asText("");
            var model = node.path("model").asText("");
            if (!account.isEmpty() && !model.isEmpty() && bytesPerToken > 0 && bytesPerToken < MOST_BYTES_PER_TOKEN) {
                var prompts = new ArrayList<PromptSample>();
                for (var row : node.path("prompts")) {
                    var sample = sample(row);
                    if (sample.sane() && prompts.size() < InputEstimate.MOST) {
                        prompts.add(sample);
                    }
                }
                lessons.put(new LessonKey(account, model), new Lesson(bytesPerToken, prompts));
            }
        }
        return lessons;
    }

    private static PromptSample sample(JsonNode row) {
        return new PromptSample(new PromptSize(row.path(0).asLong(-1), row.path(1).asLong(-1), row.path(2).asLong(-1),
                row.path(3).asLong(-1), row.path(4).asDouble(-1)), row.path(5).asLong());
    }
}
