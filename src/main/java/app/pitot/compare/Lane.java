package app.pitot.compare;

import app.pitot.api.ChatParameters;
import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;

/**
 * A lane whose account and model are known.
 *
 * @param index from 0
 * @param parameters never null
 */
public record Lane(int index, Account account, ModelInfo model, ChatParameters parameters) {
    /** A for the first, H for the eighth. */
    public String letter() {
        return letter(index);
    }

    /** The letter of the lane {@code index}, from 0. */
    public static String letter(int index) {
        return String.valueOf((char) ('A' + index));
    }
}
