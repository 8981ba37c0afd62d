package app.pitot.store;

import java.util.HashMap;
import java.util.Map;

/**
 * What the app remembers of how it was left.
 *
 * @param theme never null
 * @param window null until a window has been closed once
 * @param lastAccount id of the account used last; null before the first
 * @param lastModels account id to model id
 */
public record Settings(Theme theme, WindowPlace window, boolean instrumentsOpen, boolean parametersOpen,
        String lastAccount, Map<String, String> lastModels) {
    public static final Settings DEFAULT = new Settings(Theme.SYSTEM, null, true, false, null, Map.of());

    public Settings {
        lastModels = Map.copyOf(lastModels);
    }

    public Settings withTheme(Theme chosen) {
        return new Settings(chosen, window, instrumentsOpen, parametersOpen, lastAccount, lastModels);
    }

    public Settings withWindow(WindowPlace place) {
        return new Settings(theme, place, instrumentsOpen, parametersOpen, lastAccount, lastModels);
    }

    public Settings withInstrumentsOpen(boolean open) {
        return new Settings(theme, window, open, parametersOpen, lastAccount, lastModels);
    }

    public Settings withParametersOpen(boolean open) {
        return new Settings(theme, window, instrumentsOpen, open, lastAccount, lastModels);
    }

    public Settings withLastModel(String accountId, String modelId) {
        var models = new HashMap<>(lastModels);
        models.put(accountId, modelId);
        return new Settings(theme, window, instrumentsOpen, parametersOpen, accountId, models);
    }

    /** Where the window stood, in screen units; it may lie on a screen that is gone. */
    public record WindowPlace(double x, double y, double width, double height) {}
}
