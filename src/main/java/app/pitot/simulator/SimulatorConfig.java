package app.pitot.simulator;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.base.Ticker;
import app.pitot.provider.Plan;
import java.util.Objects;

/**
 * How a simulator is to behave.
 *
 * @param port 0 to 65535; 0 takes any free one
 * @param dialect whose paths, headers, bodies and rules
 * @param plan the limits to enforce; a plan without limits admits everything
 * @param speed output tokens per second for every model, above 0; null keeps each model's own
 * @param ttftMs milliseconds from request to the start of output for every model, 0 or more; null keeps each model's own
 * @param seed same seed, same replies to the same requests in the same order
 * @param fault what goes wrong with every request, or null; must be one that the dialect has
 * @param clocks {@code ticker} refills the limits' buckets, {@code wall} bounds fixed windows and days
 * @param pacing paces the streams and times them; must run in real time, while a test may hold {@code clocks} still
 */
public record SimulatorConfig(int port, Dialect dialect, Plan plan, Double speed, Integer ttftMs, long seed,
        Fault fault, Clocks clocks,
        Ticker pacing) {
    public SimulatorConfig {
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(clocks, "clocks");
        Objects.requireNonNull(pacing, "pacing");
        if (port < 0 || port > 65_535)
            throw new IllegalArgumentException(Texts.get("simulator.config.port", String.valueOf(port)));
        if (speed != null && !(speed > 0 && speed <= 1_000_000))
            throw new IllegalArgumentException(Texts.get("simulator.config.speed", speed.toString()));
        if (ttftMs != null && ttftMs < 0)
            throw new IllegalArgumentException(Texts.get("simulator.config.ttft", ttftMs.toString()));
        if (fault != null)
            fault.checkFor(dialect);
    }

    /** Any free port, the Cerebras dialect, the models' own speeds, seed 1, no fault, this machine's clocks. */
    public static SimulatorConfig of(Plan plan) {
        return new SimulatorConfig(0, Dialect.CEREBRAS, plan, null, null, 1, null, Clocks.system(), Ticker.system());
    }

    public SimulatorConfig withPort(int value) {
        return new SimulatorConfig(value, dialect, plan, speed, ttftMs, seed, fault, clocks, pacing);
    }

    public SimulatorConfig withDialect(Dialect value) {
        return new SimulatorConfig(port, value, plan, speed, ttftMs, seed, fault, clocks, pacing);
    }

    public SimulatorConfig withSpeed(Double value) {
        return new SimulatorConfig(port, dialect, plan, value, ttftMs, seed, fault, clocks, pacing);
    }

    public SimulatorConfig withTtftMs(Integer value) {
        return new SimulatorConfig(port, dialect, plan, speed, value, seed, fault, clocks, pacing);
    }

    public SimulatorConfig withSeed(long value) {
        return new SimulatorConfig(port, dialect, plan, speed, ttftMs, value, fault, clocks, pacing);
    }

    public SimulatorConfig withFault(Fault value) {
        return new SimulatorConfig(port, dialect, plan, speed, ttftMs, seed, value, clocks, pacing);
    }

    /** Replaces the limiter's clocks; pacing stays as it is. */
    public SimulatorConfig withClocks(Clocks value) {
        return new SimulatorConfig(port, dialect, plan, speed, ttftMs, seed, fault, value, pacing);
    }
}
