package app.pitot.ui.shell;

import app.pitot.ui.Core;
import app.pitot.ui.picker.PickerModel;

/** Which model is selected when the window opens. */
final class FirstModel {
    private FirstModel() {}

    /** The model that the command line named, else the one used last at the account used last. */
    static void select(Core core, PickerModel picker) {
        var account = core.modelId() != null || core.named()
                ? core.accounts().getFirst()
                : core.accounts().stream().filter(a -> a.id().equals(core.settings().lastAccount())).findFirst()
                        .orElse(core.accounts().getFirst());
        var wanted = core.modelId() != null ? core.modelId() : core.settings().lastModels().get(account.id());
        if (wanted == null) {
            picker.prefer(account);
        } else {
            picker.select(account, wanted);
        }
    }
}
