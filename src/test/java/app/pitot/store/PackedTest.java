package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.compare.FullRuns;
import app.pitot.speed.SpeedCurve;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedTest {
    @Test
    void textsComeBackAsTheyWere() {
        for (var text : new String[]{"", "a", "日本 é 🙂\u0000\n", "word ".repeat(20_000)}) {
            assertThat(Packed.text(Packed.text(text, Packed.MOST_CHARS))).isEqualTo(text);
        }
        assertThat(Packed.text("word ".repeat(20_000), Packed.MOST_CHARS)).hasSizeLessThan(1_000);
    }

    @Test
    void aTextThatIsTooLongSaysSo() {
        var kept = Packed.text(Packed.text("🙂".repeat(60), 11));
        assertThat(kept).startsWith("🙂".repeat(5) + "…").doesNotContain("\uFFFD").contains("11");
    }

    @Test
    void curvesComeBackToTheBitAndTakeFewBytes() {
        var curve = FullRuns.sample("x", 0, 1, new Random(1)).curve();
        var packed = Packed.curve(curve);
        assertThat(Packed.curve(packed)).usingRecursiveComparison().isEqualTo(curve);
        assertThat(packed).hasSizeLessThan(5 * curve.ms().length);
        assertThat(Packed.curve(new byte[0])).isSameAs(SpeedCurve.NONE);
        var odd = new SpeedCurve(new float[]{5, 3, Float.MAX_VALUE}, new long[]{9, 2, Long.MAX_VALUE}, 3);
        assertThat(Packed.curve(Packed.curve(odd))).usingRecursiveComparison().isEqualTo(odd);
    }

    @Test
    void whateverIsReadNothingBreaks() {
        var random = new Random(3);
        var text = Packed.text("The answer ".repeat(50), Packed.MOST_CHARS);
        var curve = Packed.curve(FullRuns.sample("x", 0, 1, random).curve());
        for (int i = 0; i < 5_000; i++) {
            var bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            Packed.text(bytes);
            Packed.curve(bytes);
            var cut = Arrays.copyOf(random.nextBoolean() ? text : curve, random.nextInt(20));
            Packed.text(cut);
            Packed.curve(cut);
        }
    }
}
