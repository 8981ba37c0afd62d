package app.pitot.cli;

import app.pitot.api.ApiError;
import app.pitot.api.Usage;
import app.pitot.exchange.ExchangeDetails;
import app.pitot.exchange.ExchangeResult;
import app.pitot.quota.WindowState;
import app.pitot.speed.SpeedReading;
import app.pitot.speed.TokenBasis;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The one object that {@code probe --json} prints. Every field is always there; what is unknown is null. Characters outside
 * ASCII are escaped, so that no console's character set can spoil the text.
 */
final class ProbeReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProbeReport() {}

    static String of(ExchangeResult result) {
        var root = root(lower(result.outcome()), result.finishReason(), result.speed().chunks(), result.answer(),
                result.reasoning().length());
        usage(root.putObject("usage"), result.usage());
        timing(root.putObject("timing"), result.speed(), result.usage());
        var windows = root.putArray("windows");
        if (result.quota() != null) {
            result.quota().windows().forEach(window -> window(windows.addObject(), window));
        }
        served(root.putObject("served"), result);
        error(root, result.error());
        return write(root);
    }

    /** For a request that was never made. */
    static String unsent(ApiError error) {
        var root = root("failed", null, 0, "", 0);
        usage(root.putObject("usage"), null);
        timing(root.putObject("timing"), SpeedReading.NONE, null);
        root.putArray("windows");
        served(root.putObject("served"), null);
        error(root, error);
        return write(root);
    }

    private static ObjectNode root(String status, String finishReason, int chunks, String text, int reasoningChars) {
        return JSON.createObjectNode().put("status", status).put("finishReason", finishReason).put("chunks", chunks)
                .put("text", text).put("textSha256", sha256(text)).put("reasoningChars", reasoningChars);
    }

    private static void usage(ObjectNode node, Usage usage) {
        var known = usage == null ? new Usage(null, null, null, null, null) : usage;
        node.put("promptTokens", known.promptTokens());
        node.put("completionTokens", known.completionTokens());
        node.put("totalTokens", known.totalTokens());
        node.put("cachedTokens", known.cachedTokens());
        node.put("reasoningTokens", known.reasoningTokens());
    }

    private static void timing(ObjectNode node, SpeedReading speed, Usage usage) {
        number(node, "connectMs", speed.connectMs(), 3);
        number(node, "ttftMs", speed.ttftMs(), 3);
        number(node, "firstAnswerMs", speed.firstAnswerMs(), 3);
        number(node, "totalMs", speed.totalMs(), 3);
        number(node, "outputTokensPerSecond", speed.outputTokensPerSecond(), 2);
        var basis = usage == null ? TokenBasis.ESTIMATE : speed.basis();
        node.put("tokenBasis", speed.outputTokens() == null ? null : lower(basis));
        number(node, "serverOutputTokensPerSecond", speed.serverTokensPerSecond(), 2);
    }

    private static void window(ObjectNode node, WindowState window) {
        node.put("metric", lower(window.metric()));
        node.put("period", window.period() == null ? null : lower(window.period()));
        node.put("limit", window.limit());
        node.put("remaining", window.remaining());
        var reset = window.reportedResetMs() == null ? window.nextMs() : window.reportedResetMs();
        number(node, "resetSeconds", reset == null ? null : reset / 1_000, 3);
        node.put("source", window.source() == null ? null : lower(window.source()));
    }

    /** Who answered and what it cost; a router names the provider behind it. */
    private static void served(ObjectNode node, ExchangeResult result) {
        var details = result == null ? ExchangeDetails.NONE : result.details();
        node.put("upstream", details.served().by());
        node.put("requestId", details.headers().requestId());
        node.put("costUsd", result == null ? null : result.cost());
        node.put("costSource", details.costSource() == null ? null : lower(details.costSource()));
    }

    private static void error(ObjectNode root, ApiError error) {
        if (error == null) {
            root.putNull("error");
            return;
        }
        root.putObject("error").put("httpStatus", error.httpStatus())
                .put("code", error.code() == null ? lower(error.kind()) : error.code())
                .put("message", error.message()).put("retryAfterSeconds", error.waitSeconds());
    }

    /** Rounded, never in scientific notation; null if it is no number. */
    private static void number(ObjectNode node, String name, Double value, int places) {
        if (value == null || !Double.isFinite(value)) {
            node.putNull(name);
        } else {
            node.put(name, java.math.BigDecimal.valueOf(value).setScale(places, java.math.RoundingMode.HALF_UP));
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String write(ObjectNode root) {
        try {
            return JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .with(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }
}
