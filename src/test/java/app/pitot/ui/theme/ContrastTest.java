package app.pitot.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether every text can be read, in every palette, by the WCAG formula. */
class ContrastTest {
    private static final Pattern TOKEN = Pattern.compile("-pitot-([\\w-]+):\\s*(#\\p{XDigit}{6}(?:\\p{XDigit}{2})?);");
    private static final String[] GROUNDS = {"bg", "panel", "raised"};
    private static final double READABLE = 4.5;
    private static final double VISIBLE = 3;

    private static String css(String file) throws IOException {
        try (var in = ContrastTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, String> tokens(Palette palette) throws IOException {
        var name = palette.stylesheet().substring(palette.stylesheet().lastIndexOf('/') + 1);
        var tokens = new HashMap<String, String>();
        TOKEN.matcher(css(name)).results().forEach(m -> tokens.put(m.group(1), m.group(2)));
        return tokens;
    }

    private static double luminance(String hex) {
        var sum = 0.0;
        var weights = new double[]{0.2126, 0.7152, 0.0722};
        for (var i = 0; i < 3; i++) {
            var c = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static double contrast(String a, String b) {
        var one = luminance(a) + 0.05;
        var other = luminance(b) + 0.05;
        return Math.max(one, other) / Math.min(one, other);
    }

    @Test
    void theFormulaKnowsItsExtremes() {
        assertThat(contrast("#000000", "#ffffff")).isEqualTo(21);
        assertThat(contrast("#777777", "#ffffff")).isBetween(4.47, 4.49);
    }

    @ParameterizedTest
    @EnumSource
    void everyToneOfTextIsReadableOnEveryGround(Palette palette) throws IOException {
        var tokens = tokens(palette);
        for (var ground : GROUNDS) {
            for (var tone : new String[]{"text", "muted", "accent", "green", "amber", "red"}) {
                assertThat(contrast(tokens.get(tone), tokens.get(ground))).as(tone + " on " + ground)
                        .isGreaterThanOrEqualTo(READABLE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void textIsReadableOnButtonsCodeAndHover(Palette palette) throws IOException {
        var tokens = tokens(palette);
        for (var pair : new String[]{"on-accent accent", "on-accent accent-hover", "text hover", "muted hover",
            "code-comment code", "code-keyword code", "code-name code", "text code", "code-string code",
            "code-number code", "code-type code", "code-tag code", "code-attribute code", "green code", "red code"}) {
            var names = pair.split(" ");
            assertThat(contrast(tokens.get(names[0]), tokens.get(names[1]))).as(pair).isGreaterThanOrEqualTo(READABLE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void gaugesStandOutFromTheirTracks(Palette palette) throws IOException {
        var tokens = tokens(palette);
        for (var fill : new String[]{"accent", "amber-fill", "red", "muted"}) {
            assertThat(contrast(tokens.get(fill), tokens.get("panel"))).as(fill).isGreaterThanOrEqualTo(VISIBLE);
        }
    }

    /**
     * Colours of groups are seen on their ground and told apart, also by who sees no green or no red; best those that share a
     * pattern, as every fourth does.
     */
    @ParameterizedTest
    @EnumSource
    void coloursOfGroupsCanBeSeenAndToldApart(Palette palette) throws IOException {
        var tokens = tokens(palette);
        for (int i = 1; i <= 7; i++) {
            var one = tokens.get("series-" + i);
            for (var ground : new String[]{"bg", "panel"}) {
                assertThat(contrast(one, tokens.get(ground))).as("series " + i + " on " + ground)
                        .isGreaterThanOrEqualTo(VISIBLE);
            }
            for (int j = i + 1; j <= 7; j++) {
                for (var sight : Sight.values()) {
                    assertThat(distance(sight.of(one), sight.of(tokens.get("series-" + j))))
                            .as("series " + i + " and " + j + " for " + sight)
                            .isGreaterThan((j - i) % 4 == 0 ? 60 : 30);
                }
            }
        }
    }

    /** What is painted above text and ground lets both be told apart, and the place that a find is at from the others. */
    @ParameterizedTest
    @EnumSource
    void thePlaceThatAFindIsAtDiffersFromTheOthers(Palette palette) throws IOException {
        var tokens = tokens(palette);
        for (var ground : new String[]{"bg", "code", "raised"}) {
            var found = over(tokens.get("found"), tokens.get(ground));
            var now = over(tokens.get("found-now"), tokens.get(ground));
            assertThat(contrast(over(tokens.get("found"), tokens.get("text")), found)).as("text found on " + ground)
                    .isGreaterThanOrEqualTo(READABLE);
            assertThat(contrast(over(tokens.get("found-now"), tokens.get("text")), now)).as("text now on " + ground)
                    .isGreaterThanOrEqualTo(READABLE);
            assertThat(contrast(tokens.get("text"), found)).as("edge on " + ground).isGreaterThanOrEqualTo(VISIBLE);
            assertThat(distance(found, now)).as(found + " and " + now + " on " + ground).isGreaterThan(60);
            assertThat(distance(found, tokens.get(ground))).as(found + " on " + ground).isGreaterThan(40);
        }
    }

    private static String over(String translucent, String below) {
        double share = Integer.parseInt(translucent.substring(7, 9), 16) / 255.0;
        var mixed = new StringBuilder("#");
        for (int i = 1; i < 7; i += 2) {
            mixed.append(String.format("%02x",
                    Math.round(share * part(translucent, i) + (1 - share) * part(below, i))));
        }
        return mixed.toString();
    }

    private static int part(String hex, int at) {
        return Integer.parseInt(hex.substring(at, at + 2), 16);
    }

    private static double distance(String a, String b) {
        return Math.sqrt(Math.pow(part(a, 1) - part(b, 1), 2) + Math.pow(part(a, 3) - part(b, 3), 2)
                + Math.pow(part(a, 5) - part(b, 5), 2));
    }

    @ParameterizedTest
    @EnumSource
    void everyPaletteNamesTheSameTokens(Palette palette) throws IOException {
        assertThat(tokens(palette).keySet()).isEqualTo(tokens(Palette.DARK).keySet()).hasSizeGreaterThan(20);
    }

    @Test
    void theStructureNamesNoColourAndOnlyKnownTokens() throws IOException {
        var structure = css("pitot.css").replaceAll("(?s)/\\*.*?\\*/", "");
        assertThat(Pattern.compile("#\\p{XDigit}{3,8}\\b|rgba?\\(").matcher(structure).results()).isEmpty();
        var known = tokens(Palette.DARK).keySet();
        assertThat(Pattern.compile(":[^;{]*?-pitot-([\\w-]+)").matcher(structure).results().map(m -> m.group(1))
                .filter(name -> !name.equals("figure"))).isNotEmpty().allMatch(known::contains);
    }

    @ParameterizedTest
    @CsvSource({"DARK,bg,#101215", "DARK,accent,#56b6f0", "LIGHT,bg,#f7f8f9", "LIGHT,text,#1a1f26"})
    void theGroundColoursAreThoseOfTheDrawing(Palette palette, String token, String hex) throws IOException {
        assertThat(tokens(palette)).containsEntry(token, hex);
    }
}
