package app.pitot.exchange;

import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import app.pitot.quota.InputEstimate;
import app.pitot.quota.Outputs;
import app.pitot.speed.TokenRatio;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * What earlier replies taught about one model of one account: how large prompts and output tokens are, how long replies, how
 * fast.
 *
 * @param keeper is given what is to be kept between runs
 * @param read open once it is known what earlier runs kept
 */
record Learned(InputEstimate input, TokenRatio output, Outputs outputs, Tempo tempo, Consumer<Lesson> keeper,
        CountDownLatch read) {
    Learned(Consumer<Lesson> keeper) {
        this(new InputEstimate(), new TokenRatio(), new Outputs(), new Tempo(), keeper, new CountDownLatch(1));
    }

    void keep() {
        keeper.accept(new Lesson(output.bytesPerToken(), input.samples()));
    }

    /** What earlier runs kept comes before what was learned since. */
    void restore(Lesson earlier) {
        output.restore(earlier.bytesPerToken());
        input.restore(earlier.prompts());
    }

    /** Tokenisers differ by model and, for the same name, by provider. */
    record Key(String accountId, String modelId) {
        static Key of(Account account, ModelInfo model) {
            return new Key(account.id(), model.id());
        }
    }
}
