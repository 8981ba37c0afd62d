package app.pitot.compare;

import app.pitot.api.ChatClient;
import app.pitot.base.Clocks;
import app.pitot.exchange.Exchanges;
import java.util.function.LongSupplier;

/** What every comparison needs. @param seeds gives each its own */
record Tools(Exchanges exchanges, ChatClient client, Clocks clocks, Comparisons kept, String appVersion,
        LongSupplier seeds) {}
