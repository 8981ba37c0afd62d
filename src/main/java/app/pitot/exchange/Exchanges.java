package app.pitot.exchange;

import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import app.pitot.quota.PreFlight;
import app.pitot.quota.QuotaSnapshot;
import java.util.UUID;
import java.util.function.Consumer;

/** The one way to spend a token: pre-flight, reserve, send, stream and time, settle, record. Safe from any thread. */
public interface Exchanges {
    /** Starts at once on a virtual thread, whatever the pre-flight says: the provider decides. Never throws. */
    default RunningExchange start(ExchangeSpec spec) {
        return start(spec, UUID.randomUUID().toString(), TextTap.NONE);
    }

    /**
     * The same under an id that the caller chose, for whoever must write it down before the request leaves.
     *
     * @param id unique for ever: a UUID
     * @param tap hears the text as it arrives, before it can be drained
     */
    RunningExchange start(ExchangeSpec spec, String id, TextTap tap);

    /** Whether {@code spec} would pass now. Cheap enough for every key stroke. */
    PreFlight preFlight(ExchangeSpec spec);

    /** The windows of an account and model as of now. */
    QuotaSnapshot quota(Account account, ModelInfo model);

    /**
     * What the provider last said of the account's key; null if it has not been asked, which happens only after a reply and at
     * most once a minute, or if it does not tell.
     */
    KeyNews keyStatus(Account account);

    /** Called on any thread with the id of each account of whose key the provider said something new. */
    void onKeyStatus(Consumer<String> told);
}
