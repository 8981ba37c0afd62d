package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SheetTest {
    private static final String[] TEXTS = {"", "a", "stop", "日本 é 🙂\u0000\n", "0123456789abcdef", "ABCDEF0123", "f00",
        "gpt-oss-120b", "\u0001", "\u0001\u0002", "deadbeef".repeat(300), "word ".repeat(500)};

    private static Object random(SplittableRandom random, int kind) {
        return switch (kind) {
            case 0 -> null;
            case 1 -> random.nextLong(-5, 5);
            case 2 -> random.nextLong() >> random.nextInt(64);
            case 3 -> random.nextDouble();
            case 4 -> Math.round(random.nextDouble(1e6)) / 1_000.0;
            case 5 -> Double.longBitsToDouble(random.nextLong());
            case 6 -> TEXTS[random.nextInt(TEXTS.length)];
            case 7 -> "chatcmpl-" + new UUID(random.nextLong(), random.nextLong());
            case 8 -> {
                var bytes = new byte[random.nextInt(40)];
                random.nextBytes(bytes);
                yield bytes;
            }
            case 9 -> new Object[]{-0.0, Double.MIN_VALUE, Double.MAX_VALUE, Double.NEGATIVE_INFINITY,
                Long.MIN_VALUE, Long.MAX_VALUE}[random.nextInt(6)];
            default -> random(random, random.nextInt(10));
        };
    }

    private static List<Object> back(Sheet sheet, int row, List<String> columns) throws SQLException {
        var values = new ArrayList<>();
        for (var column : columns) {
            values.add(sheet.row(row).get(column));
        }
        return values;
    }

    private static boolean same(Object one, Object other) {
        return one instanceof Double number
                ? other instanceof Double same
                        && Double.doubleToRawLongBits(number) == Double.doubleToRawLongBits(same)
                : Objects.deepEquals(one, other);
    }

    @Test
    void whateverRowsHoldComesBackToTheBit() throws SQLException {
        var random = new SplittableRandom(11);
        for (int time = 0; time < 400; time++) {
            int size = 1 + random.nextInt(time < 380 ? 60 : 3_000);
            var columns = new ArrayList<String>();
            var kinds = new ArrayList<Integer>();
            for (int column = random.nextInt(1, 12); column > 0; column--) {
                columns.add("c" + column);
                kinds.add(random.nextInt(11));
            }
            double nulls = random.nextInt(3) / 3.0;
            var rows = new ArrayList<Object[]>();
            for (int row = 0; row < size; row++) {
                rows.add(kinds.stream().map(kind -> random.nextDouble() < nulls ? null : random(random, kind))
                        .toArray());
            }
            var sheet = Sheet.of(Sheet.pack(columns, rows));
            assertThat(sheet.size()).isEqualTo(size);
            for (int row = 0; row < size; row++) {
                var there = back(sheet, row, columns);
                for (int column = 0; column < columns.size(); column++) {
                    assertThat(same(there.get(column), rows.get(row)[column])).isTrue();
                }
            }
        }
    }

    @Test
    void aColumnMayBeNewOrUnused() throws SQLException {
        var rows = List.of(new Object[]{"a", null, 1L}, new Object[]{"b", null, 2L});
        var sheet = Sheet.of(Sheet.pack(List.of("id", "unused", "count"), rows));
        assertThat(sheet.columns()).containsExactly("id", "count");
        assertThat(back(sheet, 1, List.of("unused", "later", "count", "id")))
                .isEqualTo(Arrays.asList(null, null, 2L, "b"));
        var nothing = Sheet.of(Sheet.pack(List.of("id"), List.<Object[]>of(new Object[]{null})));
        assertThat(back(nothing, 0, List.of("id"))).containsOnlyNulls();
    }

    @Test
    void numbersThatFollowFromOthersTakeNextToNothing() throws SQLException {
        var random = new SplittableRandom(3);
        var rows = new ArrayList<Object[]>();
        long at = 1_700_000_000_000L;
        for (int i = 0; i < 2_000; i++) {
            at += random.nextInt(250);
            rows.add(new Object[]{at, at + random.nextInt(250),
                new UUID(random.nextLong(), random.nextLong()).toString(),
                "complete", random.nextInt(1_000_000) / 1_000.0});
        }
        var packed = Sheet.pack(List.of("started", "ended", "id", "outcome", "speed"), rows);
        assertThat(packed.length / 2_000.0).isBetween(20.0, 21.5);
    }

    @Test
    void whateverIsReadNothingBreaks() {
        var random = new SplittableRandom(5);
        var rows = new ArrayList<Object[]>();
        for (int i = 0; i < 50; i++) {
            rows.add(new Object[]{random(random, 10), random(random, 6), random(random, 2), random(random, 8)});
        }
        var good = Sheet.pack(List.of("a", "b", "c", "d"), rows);
        for (int i = 0; i < 20_000; i++) {
            var bytes = random.nextInt(4) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            for (int harm = random.nextInt(1, 4); harm > 0 && bytes.length > 0; harm--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                var sheet = Sheet.of(bytes);
                for (int row = 0; row < Math.min(3, sheet.size()); row++) {
                    back(sheet, row, sheet.columns());
                }
            } catch (IllegalArgumentException | SQLException said) {
                assertThat(said).isNotNull();
            }
        }
    }
}
