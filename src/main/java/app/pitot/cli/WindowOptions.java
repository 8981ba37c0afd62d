package app.pitot.cli;

import app.pitot.provider.Account;
import app.pitot.provider.Plan;
import app.pitot.store.Folders;
import app.pitot.store.Theme;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * How the window was asked to open; checked already.
 *
 * @param folders where the files are
 * @param account an endpoint that was named by its address; null if none was
 * @param accountId the account of the user's to open on; null if none was named
 * @param plan the simulator's plan, or the account's; null if not named
 * @param modelId null if not named
 * @param theme null if not named: the saved one then applies
 * @param tourWithoutDisplay true if the headless tour is to run instead where there is no display
 * @param newWindow true if a window is wanted beside one that may be open
 */
public record WindowOptions(Folders folders, Account account, String accountId, Plan plan, String modelId, Theme theme,
        boolean tourWithoutDisplay, boolean newWindow) {
    /** The same for starts that want to see the same, whatever its colours; empty if nothing was named. Letters and digits. */
    public String wish() {
        var named = Stream.of(account == null ? null : account.baseUrl() + " " + account.keyLabel(), accountId,
                plan == null ? null : plan.id(), modelId).map(each -> each == null ? "" : each).toList();
        if (named.stream().allMatch(String::isEmpty)) {
            return "";
        }
        try {
            var bytes = String.join("\n", named).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
