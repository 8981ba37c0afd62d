package app.pitot.exchange;

import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import app.pitot.quota.InputEstimate;
import app.pitot.quota.Outputs;
import app.pitot.speed.TokenRatio;

/** What earlier replies taught about one model of one account: how large prompts and output tokens are, how long replies, how fast. */
record Learned(InputEstimate input, TokenRatio output, Outputs outputs, Tempo tempo) {
    Learned() {
        this(new InputEstimate(), new TokenRatio(), new Outputs(), new Tempo());
    }

    /** Tokenisers differ by model and, for the same name, by provider. */
    record Key(String accountId, String modelId) {
        static Key of(Account account, ModelInfo model) {
            return new Key(account.id(), model.id());
        }
    }
}
