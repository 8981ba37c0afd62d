package app.pitot.cli;

import app.pitot.base.Texts;
import app.pitot.cli.LimitsTarget.Shown;
import java.io.PrintWriter;
import java.util.List;

/**
 * Draws on the terminal's other screen, with long lines cut by the terminal itself and each line at a place of its own: so it
 * need not know the size, and a new one is drawn right the next second.
 */
final class WatchScreen implements WatchOutput {
    private static final String ESC = "\u001b[";
    private static final String BEGIN = ESC + "?1049h" + ESC + "?25l" + ESC + "?7l";
    private static final String END = ESC + "?7h" + ESC + "?25h" + ESC + "?1049l";
    private static final String BOLD = ESC + "1m";
    private static final String AMBER = ESC + "33m";
    private static final String RED = ESC + "31m";
    private static final String PLAIN = ESC + "0m";

    private final PrintWriter out;
    private final boolean colour;
    private final LimitsText text;
    private List<LimitsLine> last = List.of();
    private boolean begun;

    WatchScreen(PrintWriter out, boolean colour, LimitsText text) {
        this.out = out;
        this.colour = colour;
        this.text = text;
    }

    @Override
    public void show(List<Shown> all) {
        last = text.lines(all);
        var screen = new StringBuilder(begun ? "" : BEGIN);
        begun = true;
        for (int i = 0; i < last.size(); i++) {
            screen.append(at(i)).append(painted(last.get(i))).append(ESC).append('K');
        }
        screen.append(at(last.size())).append(ESC).append('K').append(at(last.size() + 1))
                .append(Texts.get("cli.watch.end")).append(ESC).append('K').append(ESC).append('J');
        out.print(screen);
        out.flush();
    }

    private static String at(int line) {
        return ESC + (line + 1) + ";1H";
    }

    /** The words say all of it; colour only helps the eye. */
    private String painted(LimitsLine line) {
        if (!colour) {
            return line.text();
        }
        return switch (line.tone()) {
            case URGENT -> RED + line.text() + PLAIN;
            case LOW -> AMBER + line.text() + PLAIN;
            case FIRST -> BOLD + line.text() + PLAIN;
            case PLAIN -> line.text();
        };
    }

    @Override
    public void close() {
        if (begun) {
            out.print(END);
            last.forEach(line -> out.println(line.text()));
            out.flush();
        }
    }
}
