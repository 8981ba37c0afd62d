package app.pitot.api;

import app.pitot.api.KeyStatus.Cap;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import okhttp3.Response;

/** A {@code GET} that tells use and limits of a key, as OpenRouter has it. */
final class KeyStatusCall {
    private static final int MAX_ANSWER = 64 * 1024;
    private static final int MAX_TEXT = 80;
    private static final int SHOWN = 4;
    private static final BigDecimal ABSURD = new BigDecimal("1000000000");

    private KeyStatusCall() {}

    static KeyStatus ask(Lookup lookup, Target target, String path) throws ApiException {
        return lookup.keyed(target, path, KeyStatusCall::read);
    }

    private static KeyStatus read(Response response, WireCall wire, ErrorParser errors)
            throws IOException, ApiException {
        var body = Bodies.all(response, MAX_ANSWER, wire);
        int status = response.code();
        try {
            var root = Json.tree(body, 0, body.length);
            var error = ErrorBody.inSuccess(root);
            if (error != null) {
                throw new ApiException(errors.inSuccess(status, error, null, List.of()));
            }
            if (root.path("data").isObject()) {
                return of(root.path("data"), errors.redactor());
            }
        } catch (IOException notJson) {
            // A portal's page, say: told below.
        }
        throw new ApiException(errors.own(ErrorKind.NOT_AN_API, status,
                body.length == 0 ? "api.empty" : "api.not_an_api", HtmlText.strip(body, 0, body.length)));
    }

    private static KeyStatus of(JsonNode data, Redactor redactor) {
        var free = data.path("free_model_daily_requests");
        var tier = data.path("is_free_tier");
        return new KeyStatus(label(Json.string(data, "label"), redactor), cap(data.path("limit")),
                cap(data.path("limit_remaining")), text(Json.string(data, "limit_reset"), redactor),
                money(data.path("usage")), money(data.path("usage_daily")), money(data.path("usage_monthly")),
                tier.isBoolean() ? tier.booleanValue() : null, count(free, "used"), count(free, "limit"),
                count(free, "remaining"), time(Json.string(data, "expires_at")));
    }

    /** The provider makes a label of the key's beginning and end if its owner gave none. */
    private static String label(String given, Redactor redactor) {
        if (given == null) {
            return null;
        }
        boolean key = !KeyLike.hide(given).equals(given) || !redactor.clean(given).equals(given);
        return key ? "…" + given.substring(Math.max(0, given.length() - SHOWN)) : text(given, redactor);
    }

    private static String text(String given, Redactor redactor) {
        if (given == null) {
            return null;
        }
        var clean = redactor.clean(HtmlText.withoutTags(given));
        return clean.length() <= MAX_TEXT ? clean : clean.substring(0, MAX_TEXT) + "…";
    }

    private static Cap cap(JsonNode value) {
        if (value.isNull()) {
            return Cap.UNLIMITED;
        }
        var usd = money(value);
        return usd == null ? Cap.UNKNOWN : new Cap(true, usd);
    }

    private static BigDecimal money(JsonNode value) {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            return null;
        }
        var usd = value.decimalValue();
        return usd.abs().compareTo(ABSURD) > 0 ? null : usd;
    }

    private static Long count(JsonNode node, String name) {
        var value = Json.count(node, name);
        return value == null ? null : Long.valueOf(value);
    }

    private static Instant time(String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
