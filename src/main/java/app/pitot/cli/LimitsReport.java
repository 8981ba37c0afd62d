package app.pitot.cli;

import app.pitot.cli.LimitsTarget.Shown;
import app.pitot.quota.BudgetState;
import app.pitot.quota.DayUse;
import app.pitot.quota.Forecast;
import app.pitot.quota.WindowState;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * What {@code limits --json} prints. Every field is always there; what is unknown is null. Money is in millionths of a US dollar,
 * times are UTC.
 */
final class LimitsReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LimitsReport() {}

    static String of(List<Shown> all) {
        var root = JSON.createObjectNode();
        var accounts = root.putArray("accounts");
        for (var shown : all) {
            var account = shown.target().account();
            var node = accounts.addObject().put("id", account.id()).put("name", account.name())
                    .put("provider", account.provider().id()).put("model", shown.target().model().id())
                    .put("plan", account.plan() == null ? null : account.plan().id());
            var windows = node.putArray("windows");
            shown.quota().windows().forEach(window -> window(windows.addObject(), window));
            day(node.putObject("day"), shown.quota().day());
            var budgets = node.putArray("budgets");
            shown.budgets().forEach(budget -> budget(budgets.addObject(), budget));
        }
        try {
            return JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .with(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }

    private static void window(ObjectNode node, WindowState w) {
        node.put("metric", lower(w.metric())).put("period", lower(w.period())).put("binding", w.binding())
                .put("used", w.used()).put("reserved", w.reserved()).put("left", w.remaining()).put("limit", w.limit())
                .put("allowance", lower(w.allowance())).put("level", lower(w.level()));
        node.put("next", w.next() == WindowState.Next.NOTHING ? null : lower(w.next()));
        number(node, "nextSeconds", w.nextMs() == null ? null : w.nextMs() / 1_000);
        node.put("source", lower(w.source())).put("limitSource", lower(w.limitSource()));
        number(node, "ageSeconds", w.ageMs() == null ? null : w.ageMs() / 1_000.0);
    }

    private static void day(ObjectNode node, DayUse day) {
        node.put("metric", lower(day.metric())).put("limit", day.limit()).put("used", day.used())
                .put("left", day.left()).put("requests", day.requests()).put("refused", day.refused())
                .put("startedAt", day.dayStart().toString());
        forecast(node, day.forecast(), day.used(), day.limit());
        node.put("source", lower(day.source()));
    }

    private static void budget(ObjectNode node, BudgetState state) {
        var budget = state.budget();
        node.put("account", budget.accountId()).put("metric", lower(budget.metric()))
                .put("period", lower(budget.period())).put("zone", budget.zone().getId())
                .put("limit", budget.amount()).put("used", state.used()).put("reserved", state.reserved())
                .put("left", state.remaining()).put("level", lower(state.level())).put("hardStop", budget.hardStop())
                .put("startedAt", state.startedAt().toString());
        forecast(node, state.forecast(), state.used(), budget.amount());
        node.put("source", lower(state.source()));
    }

    private static void forecast(ObjectNode node, Forecast forecast, long used, Long limit) {
        number(node, "burnPerMinute", forecast.burnPerMinute());
        number(node, "pacePerMinute", forecast.pacePerMinute());
        node.put("runsOutAt", forecast.runsOutAt() == null ? null : forecast.runsOutAt().toString());
        node.put("resetsAt", forecast.resetsAt().toString());
        number(node, "aheadOfEven", forecast.ahead(used, limit));
    }

    private static void number(ObjectNode node, String name, Double value) {
        if (value == null || !Double.isFinite(value)) {
            node.putNull(name);
        } else {
            node.put(name, BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP));
        }
    }

    private static String lower(Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }
}
