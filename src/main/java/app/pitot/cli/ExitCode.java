package app.pitot.cli;

import app.pitot.api.ApiError;
import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.exchange.ExchangeResult;
import app.pitot.keys.KeyException;

/** Exit codes of the commands that talk to a provider. */
final class ExitCode {
    static final int COMPLETE = 0;
    static final int OTHER = 1;
    static final int USAGE = 2;
    static final int REFUSED = 3;
    static final int TRUNCATED = 4;
    static final int NETWORK = 5;
    /** The key may be fine, but the keychain does not give it out. */
    static final int KEYCHAIN = 6;

    private ExitCode() {}

    static int of(ExchangeResult result) {
        return of(result.outcome(), result.error());
    }

    /** @param error null if none is known */
    static int of(Outcome outcome, ApiError error) {
        if (error != null && error.kind() == ErrorKind.STALLED) {
            return TRUNCATED;
        }
        return switch (outcome) {
            case COMPLETE -> COMPLETE;
            case TRUNCATED -> TRUNCATED;
            case REFUSED -> REFUSED;
            case STOPPED -> OTHER;
            case FAILED -> error == null ? OTHER : failed(error);
        };
    }

    static int of(KeyException e) {
        return e.keychain() ? KEYCHAIN : USAGE;
    }

    private static int failed(ApiError error) {
        return switch (error.kind()) {
            case BAD_URL, BAD_KEY, BAD_SETTING, BAD_PARAMETER -> USAGE;
            case UNKNOWN_HOST, CONNECTION_REFUSED, CONNECT_TIMEOUT, TLS, CONNECTION_LOST, HEADER_TIMEOUT, PROXY_AUTH,
                    PROXY ->
                NETWORK;
            case KEYCHAIN -> KEYCHAIN;
            default -> OTHER;
        };
    }
}
