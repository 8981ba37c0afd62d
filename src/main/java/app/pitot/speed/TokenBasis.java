package app.pitot.speed;

/** What a token count rests on. */
public enum TokenBasis {
    /** The provider's {@code usage}. */
    USAGE,
    /** Text bytes divided by a learned ratio: always shown with "≈". */
    ESTIMATE
}
