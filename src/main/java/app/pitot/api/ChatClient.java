package app.pitot.api;

import app.pitot.provider.ModelInfo;
import java.util.List;

/** The wire. Safe from any thread. */
public interface ChatClient extends AutoCloseable {
    /**
     * Prepares a streaming request; nothing is sent yet.
     *
     * @param target closed by the call when it ends
     */
    ChatCall newCall(Target target, ChatRequest request);

    /**
     * The models that {@code GET /models} lists, in the server's order; costs no tokens. Blocks.
     *
     * @param target closed by this method
     * @throws ApiException with the reason, if there is no list
     */
    List<ModelInfo> models(Target target) throws ApiException;

    /**
     * The models in a catalogue that needs no key, at {@code publicUrl}, reached as the target is. Neither the key nor a header
     * of the user's own is sent there. Blocks.
     *
     * @param target closed by this method
     * @throws ApiException with the reason, if there is no list
     */
    List<ModelInfo> models(Target target, String publicUrl) throws ApiException;

    /**
     * Asks {@code path} below the base URL, which costs no tokens; returns if the key was taken. Blocks.
     *
     * @param target closed by this method
     * @param path begins with a slash
     * @throws ApiException with the reason, if it was not or cannot be told
     */
    void checkKey(Target target, String path) throws ApiException;

    /**
     * Lets go of the connections to {@code baseUrl}, because an account there was changed or removed: idle ones at once, others
     * when their call ends.
     */
    void forget(String baseUrl);

    /** Closes idle connections. Running calls go on. */
    @Override
    void close();
}
