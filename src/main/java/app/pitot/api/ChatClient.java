package app.pitot.api;

import app.pitot.keys.Secret;
import app.pitot.provider.ModelInfo;
import java.util.List;

/** The wire. Safe from any thread. */
public interface ChatClient extends AutoCloseable {
    /**
     * Prepares a streaming request; nothing is sent yet.
     *
     * @param baseUrl normalised, see {@link Endpoints#normalise}
     * @param dialect name of a header dialect, or {@code auto}
     * @param key closed by the call when it ends; null if the endpoint needs none
     */
    ChatCall newCall(String baseUrl, String dialect, Secret key, ChatRequest request);

    /**
     * The models that {@code GET /models} lists, in the server's order; costs no tokens. Blocks.
     *
     * @param key closed by this method; may be null
     * @throws ApiException with the reason, if there is no list
     */
    List<ModelInfo> models(String baseUrl, Secret key) throws ApiException;

    /** Closes idle connections. Running calls go on. */
    @Override
    void close();
}
