package app.pitot.api;

/** What went wrong, so far as it changes what the user should do. Texts: {@code error.<name>.*} in the bundle. */
public enum ErrorKind {
    /** The base URL is no http or https URL. */
    BAD_URL,
    /** The key is absent or cannot stand in a header; nothing was sent. */
    BAD_KEY,
    /** The keychain does not give the key out; nothing was sent. */
    KEYCHAIN,
    /** A header, a proxy or a certificate of the account cannot be used; nothing was sent. */
    BAD_SETTING,
    /** Tools, a schema, extra fields or a picture of the request cannot be sent as they are; nothing was sent. */
    BAD_PARAMETER,
    /** It is over a budget that the user set, with a hard stop; nothing was sent. */
    OVER_BUDGET,
    UNKNOWN_HOST, CONNECTION_REFUSED, CONNECT_TIMEOUT, TLS,
    /** The connection broke: reset, closed, or the network went away. */
    CONNECTION_LOST,
    /** No response headers in time. */
    HEADER_TIMEOUT,
    /** Headers came, then no bytes for longer than the idle limit. */
    STALLED,
    /** 3xx: never followed. */
    REDIRECT,
    /** 401, or 403 without a key. */
    UNAUTHORIZED,
    /** 402: the key is good, the account behind it has no credit or no way to pay. */
    PAYMENT_REQUIRED,
    /** 402 by a router: running requests hold the budget; it passes. */
    BUDGET_IN_FLIGHT,
    /** 402 by a router: its credits are used up, or do not cover this one request. */
    CREDITS,
    /** 402 by a router: the spending limit set for this key is reached. */
    KEY_LIMIT,
    /** 403. */
    FORBIDDEN,
    /** 403 as a web page: something in front of the provider refused, not the provider. */
    EDGE_BLOCKED,
    /** The content was refused by a guardrail or moderation. */
    CONTENT_REFUSED,
    /** 404 that names the model. */
    MODEL_NOT_FOUND,
    /** The provider says that the model is archived or decommissioned. */
    MODEL_RETIRED,
    /** Any other 404: usually a wrong base URL. */
    NOT_FOUND,
    /** 400 or 422. */
    BAD_REQUEST,
    /** The prompt is over the model's or the plan's context. */
    CONTEXT_LENGTH,
    /** 413. */
    TOO_LARGE,
    /** 429 by a quota window. */
    RATE_LIMIT,
    /** 429 although the window never has room: the plan has no quota. */
    NO_QUOTA,
    /** 429 by the provider's load, not by quota; also 498 and 529. */
    QUEUE,
    /** 407, or a SOCKS proxy's word for it. */
    PROXY_AUTH,
    /** The account's proxy cannot be reached, or did not open a connection. */
    PROXY,
    /** 500, 502, 504 and the rest of 5xx. */
    SERVER_ERROR,
    /** 503. */
    UNAVAILABLE,
    /** A success whose body is no API answer, such as a captive portal's HTML. */
    NOT_AN_API,
    /** An error object inside a stream that had begun. */
    IN_STREAM,
    /** The stream ended without a finish reason or [DONE]. */
    TRUNCATED,
    /** A line, event or body over our bound. */
    TOO_LONG,
    /** Nothing in the answer could be read. */
    MALFORMED,
    /** A defect of ours. */
    INTERNAL;

    /** True if the model named in the request cannot be had any more, or never could. */
    public boolean modelGone() {
        return this == MODEL_NOT_FOUND || this == MODEL_RETIRED;
    }
}
