package app.pitot.ui.compare.answers;

import app.pitot.compare.Vote;
import java.util.List;

/**
 * What the answers show.
 *
 * @param rounds that have answers, rising
 * @param round that is shown; 0 for none
 * @param answers in the order of their columns
 * @param hidden true while names, letters and speeds are not to be seen
 * @param votable true if the best of these can be named now
 * @param vote of this round; null for none
 * @param next round that has no vote yet, to go on with; 0 for none
 * @param note about blind votes, or what this view will show; empty for nothing
 * @param tally what all votes come to, in words; empty without votes or while hidden
 */
public record AnswersFace(List<Integer> rounds, int round, List<Answer> answers, boolean hidden, boolean votable,
        Vote vote, int next, String note, String tally) {
    /** Nothing is shown. */
    static final AnswersFace NONE = new AnswersFace(List.of(), 0, List.of(), false, false, null, 0, "", "");

    public AnswersFace {
        rounds = List.copyOf(rounds);
        answers = List.copyOf(answers);
    }

    AnswersFace with(List<Answer> others) {
        return new AnswersFace(rounds, round, others, hidden, votable, vote, next, note, tally);
    }
}
