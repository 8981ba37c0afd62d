package app.pitot.cli;

import app.pitot.base.Texts;
import app.pitot.history.Conversation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pitot history list}: ids, times and titles. */
@Command(name = "list", mixinStandardHelpOptions = true, versionProvider = Build.class, description = "${bundle:cli.history.list}")
final class HistoryListCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final CliContext context;

    @Mixin
    private DataDir dataDir;

    @Option(names = "--json", description = "${bundle:cli.json}")
    private boolean json;

    HistoryListCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (var kept = KeptHistory.open(context, dataDir)) {
            var all = kept.history().conversations();
            if (json) {
                context.out().println(report(all));
            } else if (all.isEmpty()) {
                context.out().println(Texts.get("cli.history.none"));
            } else {
                Columns.print(
                        List.of(Texts.get("cli.history.column.id"), Texts.get("cli.history.column.changed"),
                                Texts.get("cli.history.column.title")),
                        all.stream().map(HistoryListCommand::row).toList(), context.out());
            }
        }
        return ExitCode.COMPLETE;
    }

    private static List<String> row(Conversation each) {
        return List.of(each.id(), TIME.format(each.changedAt()),
                TerminalText.harmless(each.title()).replaceAll("\\s+", " "));
    }

    private static String report(List<Conversation> all) {
        var mapper = new ObjectMapper();
        var root = mapper.createObjectNode();
        var array = root.putArray("conversations");
        all.forEach(each -> array.addObject().put("id", each.id()).put("title", each.title())
                .put("pinned", each.pinned()).put("createdAt", each.createdAt().toString())
                .put("changedAt", each.changedAt().toString()));
        try {
            return mapper.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }
}
