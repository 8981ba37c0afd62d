package app.pitot.exchange;

import app.pitot.api.ChatRequest;
import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;

/** One request to make: who asks what of whom. The request's model is {@code model.id()}. */
public record ExchangeSpec(Account account, ModelInfo model, ChatRequest request) {}
