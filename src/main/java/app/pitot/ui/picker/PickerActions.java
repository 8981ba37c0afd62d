package app.pitot.ui.picker;

/**
 * Where the picker leads beside a model.
 *
 * @param connect begins the steps to a new account; null if there is no such way yet
 * @param allModels shows every model in a table; null if there is no such view
 */
public record PickerActions(Runnable connect, Runnable allModels) {
    /** Nowhere. */
    public static final PickerActions NONE = new PickerActions(null, null);
}
