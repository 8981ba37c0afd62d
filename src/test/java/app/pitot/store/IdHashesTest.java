package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdHashesTest {
    private static Set<String> ids(int count, SplittableRandom random) {
        var ids = new TreeSet<String>();
        while (ids.size() < count) {
            ids.add(new UUID(random.nextLong(), random.nextLong()).toString());
        }
        return ids;
    }

    private static boolean mayHave(byte[] hashes, String id) {
        return new IdHashes(List.of(id)).mayBeIn(hashes);
    }

    @Test
    void thoseThatAreThereAreFoundAndFewOthers() {
        var random = new SplittableRandom(1);
        var ids = ids(Archive.MOST, random);
        var hashes = IdHashes.of(ids);
        assertThat(hashes.length).isLessThan(2 * Archive.MOST + Archive.MOST / 5);
        assertThat(ids).allMatch(id -> mayHave(hashes, id));
        assertThat(ids(50_000, random).stream().filter(id -> mayHave(hashes, id)).count()).isLessThan(40);
    }

    @Test
    void whatIsDamagedMayHaveAll() {
        var hashes = IdHashes.of(List.of("a", "b", "a"));
        assertThat(mayHave(hashes, "a")).isTrue();
        assertThat(mayHave(hashes, "c")).isFalse();
        for (int i = 0; i < hashes.length; i++) {
            var bad = hashes.clone();
            bad[i] ^= 4;
            assertThat(mayHave(bad, "c")).isTrue();
        }
        assertThat(mayHave(new byte[0], "c")).isTrue();
        assertThat(mayHave(null, "c")).isTrue();
        assertThat(mayHave(IdHashes.of(List.of()), "c")).isFalse();
    }
}
