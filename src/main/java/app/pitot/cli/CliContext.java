package app.pitot.cli;

import app.pitot.base.Clocks;
import app.pitot.keys.SecretStore;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What the commands touch of the world outside.
 *
 * @param keychain makes the keychain of the operating system, which is not touched by that
 * @param environment answers null for a variable that is not set
 * @param terminal true if what is printed goes to a screen that can be drawn on
 */
record CliContext(Launcher launcher, PrintWriter out, PrintWriter err, InputStream in,
        UnaryOperator<String> environment, Clocks clocks, Supplier<SecretStore> keychain, boolean terminal) {}
