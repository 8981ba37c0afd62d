package app.pitot.ui.params;

import app.pitot.api.ChatParameters;
import app.pitot.api.ResponseFormat.Kind;
import app.pitot.base.Texts;
import app.pitot.provider.Capability;
import app.pitot.ui.offer.ModelChoice;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the selected model is known not to take. Nothing is hidden for it, since our facts may be out of date. */
final class Marks {
    /** Words that most models which reason take. */
    private static final List<String> EFFORTS = List.of("low", "medium", "high");

    private Marks() {}

    /** A sentence for each field that is set and known not to be taken; {@code choice} may be null. */
    static Map<Field, String> of(ModelChoice choice, ChatParameters set) {
        var marks = new EnumMap<Field, String>(Field.class);
        if (choice == null) {
            return marks;
        }
        var model = choice.model().id();
        var can = choice.model().extras().capabilities();
        var format = set.responseFormat();
        if (set.reasoningEffort() != null) {
            var efforts = choice.model().extras().efforts();
            if (!efforts.isEmpty() && !efforts.contains(set.reasoningEffort())) {
                marks.put(Field.EFFORT, Texts.get("param.mark.effort", model, String.join(", ", efforts)));
            } else if (Boolean.FALSE.equals(choice.model().reasons())) {
                marks.put(Field.EFFORT, Texts.get("param.mark.reasoning", model));
            }
        }
        if (can != null && set.tools() != null && !can.contains(Capability.TOOLS)) {
            marks.put(Field.TOOLS, Texts.get("param.mark.tools", model));
        }
        if (can != null && format != null && lacks(can, format.kind())) {
            marks.put(Field.FORMAT, Texts.get("param.mark.format", model, SentLine.words(format.kind())));
        }
        return marks;
    }

    /** The words to offer for the reasoning effort. */
    static List<String> efforts(ModelChoice choice) {
        var known = choice == null ? List.<String>of() : choice.model().extras().efforts();
        return known.isEmpty() ? EFFORTS : known;
    }

    private static boolean lacks(java.util.Set<Capability> can, Kind kind) {
        return kind == Kind.JSON && !can.contains(Capability.JSON)
                || kind == Kind.SCHEMA && !can.contains(Capability.SCHEMA);
    }
}
