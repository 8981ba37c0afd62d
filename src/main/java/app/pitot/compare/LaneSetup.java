package app.pitot.compare;

import app.pitot.api.ChatParameters;

/**
 * Who is asked in a lane, and how, as it is kept.
 *
 * @param accountId null while none is chosen
 * @param modelId null while none is chosen
 * @param parameters only what is set in them is sent; never null
 */
public record LaneSetup(String accountId, String modelId, ChatParameters parameters) {}
