package app.pitot.catalogue;

import app.pitot.provider.ModelInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Joins what ships, what was heard, what the user added and what was measured, by model id. */
final class Joiner {
    private static final int MAX_SUCCESSORS = 10;

    private final Map<String, ModelInfo> shipped;
    private final Map<String, ModelInfo> own;
    private final Map<String, ModelInfo> open;
    private final Remembered heard;
    private final Set<String> byHand;
    private final LocalDate today;

    /**
     * @param shipped in the order in which to offer them
     * @param byHand ids that the user added
     * @param today by which a retirement is past
     */
    Joiner(List<ModelInfo> shipped, Remembered heard, List<String> byHand, LocalDate today) {
        this.shipped = index(shipped);
        this.own = index(heard.own());
        this.open = index(heard.open());
        this.heard = heard;
        this.byHand = new LinkedHashSet<>(byHand);
        this.today = today;
    }

    /** Offered ones first, then those that the key's own list leaves out, then those that are retired or gone. */
    List<ModelEntry> entries(Map<String, ModelEntry.Measured> measured) {
        var ids = new LinkedHashSet<>(shipped.keySet());
        ids.addAll(own.keySet());
        ids.addAll(open.keySet());
        ids.addAll(byHand);
        ids.addAll(heard.gone().keySet());
        var entries = new ArrayList<ModelEntry>(ids.size());
        ids.forEach(id -> entries.add(
                new ModelEntry(succeeded(model(id)), own.containsKey(id), heard.gone().get(id), measured.get(id))));
        entries.sort(Comparator.comparingInt(this::rank));
        return List.copyOf(entries);
    }

    /** The end of the chain of successors, if it is a model that still answers; else null. */
    String successor(String id) {
        var at = id;
        for (int steps = 0; steps < MAX_SUCCESSORS; steps++) {
            var model = model(at);
            if (model.replacement() == null) {
                return at.equals(id) || model.retired(today) || heard.gone().containsKey(at) ? null : at;
            }
            at = model.replacement();
        }
        return null;
    }

    private ModelInfo succeeded(ModelInfo model) {
        return model.replacement() == null ? model : Merge.followedBy(successor(model.id()), model);
    }

    /** Everything known of one model. */
    ModelInfo model(String id) {
        var model = Merge.over(own.get(id), Merge.over(open.get(id), shipped.get(id)));
        if (model == null) {
            return ModelInfo.ofId(id);
        }
        boolean told = own.containsKey(id) && own.get(id).retiredOn() != null
                || open.containsKey(id) && open.get(id).retiredOn() != null;
        return live().containsKey(id) && !told && model.retired(today) ? Merge.inService(model) : model;
    }

    /** What decides which models are there. */
    Map<String, ModelInfo> live() {
        return heard.own() == null ? open : own;
    }

    private int rank(ModelEntry entry) {
        if (entry.gone() != null || entry.model().retired(today)) {
            return 2;
        }
        var id = entry.model().id();
        return heard.own() == null || entry.listed() || byHand.contains(id) ? 0 : 1;
    }

    private static Map<String, ModelInfo> index(List<ModelInfo> models) {
        var byId = new LinkedHashMap<String, ModelInfo>();
        if (models != null) {
            models.forEach(model -> byId.putIfAbsent(model.id(), model));
        }
        return byId;
    }
}
