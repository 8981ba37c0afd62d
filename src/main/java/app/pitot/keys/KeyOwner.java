package app.pitot.keys;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whose key it looks like, by how it begins. A hint for the user who pasted the key of another provider, never a check:
 * providers change their prefixes without notice.
 *
 * @param id the id of the provider in our catalogue, or one of our own making for others
 * @param name the provider's name
 */
public record KeyOwner(String id, String name) {
    private record Prefix(String text, KeyOwner owner) {}

    private static final List<Prefix> PREFIXES = List.of(prefix("csk-", "cerebras", "Cerebras"),
            prefix("gsk_", "groq", "Groq"), prefix("sk-or-v1-", "openrouter", "OpenRouter"),
            prefix("sk-tm-", "tokenmix", "TokenMix.ai"), prefix("sk-ant-", "anthropic", "Anthropic"),
            prefix("sk-proj-", "openai", "OpenAI"), prefix("sk-svcacct-", "openai", "OpenAI"),
            prefix("sk-admin-", "openai", "OpenAI"), prefix("AIza", "google", "Google"), prefix("xai-", "xai", "xAI"),
            prefix("hf_", "huggingface", "Hugging Face"), prefix("nvapi-", "nvidia", "NVIDIA"),
            prefix("pplx-", "perplexity", "Perplexity"), prefix("fw_", "fireworks", "Fireworks AI"),
            prefix("r8_", "replicate", "Replicate"), prefix("ghp_", "github", "GitHub"),
            prefix("github_pat_", "github", "GitHub"));

    /** The owner of the longest known prefix of {@code key}; empty if it begins like none, as many keys do. */
    public static Optional<KeyOwner> of(CharSequence key) {
        return PREFIXES.stream().filter(prefix -> begins(key, prefix.text()))
                .max(Comparator.comparingInt(prefix -> prefix.text().length())).map(Prefix::owner);
    }

    private static boolean begins(CharSequence key, String prefix) {
        return key.length() > prefix.length() && prefix.contentEquals(key.subSequence(0, prefix.length()));
    }

    private static Prefix prefix(String text, String id, String name) {
        return new Prefix(text, new KeyOwner(id, name));
    }
}
