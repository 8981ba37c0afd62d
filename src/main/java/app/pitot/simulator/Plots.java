package app.pitot.simulator;

import app.pitot.simulator.Plot.Call;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Decides what a reply says: calls of tools, JSON, words on pictures and results, or plain text. Safe from any thread. */
final class Plots {
    private static final int MOST_CALLS = 3;
    private static final int MOST_QUOTED = 2_000;

    private final TextSource texts = TextSource.load();

    Plot of(ChatBody body, SimModel model, SplittableRandom random) {
        var prompt = Prompt.of(body.prompt());
        var thoughts = model.reasons() ? texts.reasoning(prompt, body.effort(), random.split()) : "";
        var own = random.split();
        if (calls(body))
            return new Plot(thoughts, "", calls(body, texts.section(own)));
        return new Plot(thoughts, stopped(answer(body, prompt, own), body.wants().stop()), List.of());
    }

    private String answer(ChatBody body, Prompt prompt, SplittableRandom random) {
        var schema = body.wants().schema();
        if (schema != null)
            return json(schema, prompt, texts.section(random));
        var results = body.results();
        if (!results.isEmpty())
            return results.stream().map(Plots::result).collect(Collectors.joining("\n")) + "\n"
                    + texts.answer(new Prompt("in one sentence", null), random) + "\n";
        var text = texts.answer(prompt, random);
        var pictures = body.pictures();
        if (pictures.isEmpty())
            return text;
        return "I see " + pictures.stream().map(Picture::described).collect(Collectors.joining(", and "))
                + ". That is all the simulator can tell of pictures.\n\n" + text;
    }

    private static String result(ChatBody.Result result) {
        var text = result.text().length() > MOST_QUOTED ? result.text().substring(0, MOST_QUOTED) : result.text();
        return "`" + result.tool() + "` answered:\n\n> " + text.strip().replaceAll("\\R", "\n> ") + "\n";
    }

    private static String json(JsonNode schema, Prompt prompt, Section section) {
        if (!schema.isMissingNode())
            return Schemas.sample(schema, schema, "", section).toPrettyString();
        var text = prompt.text();
        return JsonNodeFactory.instance.objectNode().put("question", text.substring(0, Math.min(60, text.length())))
                .put("answer", section.paragraph(section.phrases().topics().getFirst(), 1)).put("simulated", true)
                .put("confidence", section.dice().between(60, 99) / 100.0).toPrettyString();
    }

    /** With tools at hand a question is answered by calls, and their results by words. */
    private static boolean calls(ChatBody body) {
        var wants = body.wants();
        return !wants.tools().isEmpty() && !wants.choice().equals("none") && body.results().isEmpty();
    }

    private static List<Call> calls(ChatBody body, Section section) {
        var calls = new ArrayList<Call>();
        for (var tool : chosen(body)) {
            var arguments = tool.parameters().isObject()
                    ? Schemas.sample(tool.parameters(), tool.parameters(), "", section).toString()
                    : "{}";
            var id = "call_" + Integer.toHexString(section.dice().between(0x10000000, 0x7FFFFFFE)) + calls.size();
            calls.add(new Call(id, tool.name(), arguments));
        }
        return calls;
    }

    /** The one that the request names, else those that the prompt names, else the first. */
    private static List<Wants.Tool> chosen(ChatBody body) {
        var tools = body.wants().tools();
        var named = tools.stream().filter(tool -> tool.name().equals(body.wants().choice())).toList();
        if (!named.isEmpty())
            return named;
        var prompt = body.prompt().toLowerCase(Locale.ROOT);
        var meant = tools.stream().filter(tool -> prompt.contains(tool.name().toLowerCase(Locale.ROOT)))
                .limit(MOST_CALLS).toList();
        return meant.isEmpty() ? tools.subList(0, 1) : meant;
    }

    private static String stopped(String answer, List<String> stops) {
        int end = stops.stream().mapToInt(answer::indexOf).filter(at -> at >= 0).min().orElse(answer.length());
        return answer.substring(0, end);
    }
}
