package app.pitot.cli;

import app.pitot.accounts.Household;
import app.pitot.accounts.KeyCheck;
import app.pitot.api.CheckStep;
import app.pitot.provider.Account;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** What {@code accounts --json} prints. Every field is always there; what is unknown is null. Never a secret. */
final class AccountsReport {
    private static final double NANOS_PER_MS = 1e6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private AccountsReport() {}

    static String list(Household house) {
        var root = JSON.createObjectNode();
        var accounts = root.putArray("accounts");
        for (var entry : house.book().entries()) {
            var account = house.book().account(entry);
            var node = accounts.addObject().put("id", entry.id()).put("name", entry.name())
                    .put("provider", entry.providerId()).put("baseUrl", entry.baseUrl())
                    .put("dialect", account.provider().dialect())
                    .put("plan", account.plan() == null ? null : account.plan().id()).put("enabled", entry.enabled());
            node.putObject("key").put("kind", lower(entry.key().kind())).put("item", entry.key().item())
                    .put("lastFour", entry.key().lastFour()).put("label", account.keyLabel());
        }
        return write(root);
    }

    static String test(Account account, KeyCheck.Result result, List<CheckStep> steps, double ms) {
        var root = JSON.createObjectNode().put("account", account.name()).put("baseUrl", account.baseUrl())
                .put("verdict", lower(result.verdict())).put("message", result.message())
                .put("ms", rounded(ms));
        var way = root.putArray("steps");
        steps.forEach(step -> way.addObject().put("step", lower(step.kind())).put("state", lower(step.state()))
                .put("ms", step.nanos() == null ? null : rounded(step.nanos() / NANOS_PER_MS))
                .put("detail", step.detail()));
        var models = root.putArray("models");
        result.models().forEach(model -> models.add(model.id()));
        return write(root);
    }

    /** For a command that could not be carried out. */
    static String failed(String code, String message) {
        var root = JSON.createObjectNode();
        root.putObject("error").put("code", code).put("message", message);
        return write(root);
    }

    private static BigDecimal rounded(double ms) {
        return BigDecimal.valueOf(ms).setScale(3, RoundingMode.HALF_UP);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String write(ObjectNode root) {
        try {
            return JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }
}
