package app.pitot.exchange;

import app.pitot.api.ChatClient;
import app.pitot.base.Clocks;
import java.util.random.RandomGenerator;

/** What every exchange of an engine needs. */
record Gear(Clocks clocks, ChatClient client, Ledger ledger, Later later, RandomGenerator random, Traces traces) {
    /** Without traces. */
    Gear(Clocks clocks, ChatClient client, Ledger ledger, Later later, RandomGenerator random) {
        this(clocks, client, ledger, later, random, Traces.NONE);
    }

    Gear with(Ledger other) {
        return new Gear(clocks, client, other, later, random, traces);
    }
}
