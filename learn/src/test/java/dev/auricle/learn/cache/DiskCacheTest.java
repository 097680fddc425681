package dev.auricle.learn.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Property: a value comes back whole or not at all, and all values together keep to the bound. */
class DiskCacheTest {
  private static final long PLENTY = 1_000_000;
  private static final String ONE = ContentKey.of("one");
  private static final String TWO = ContentKey.of("two");

  @TempDir Path folder;

  @Test
  void aValueIsThereForTheNextOneWhoAsks() {
    put("space", ONE, 1000, PLENTY);
    assertThat(get("space", ONE)).hasSize(1000).startsWith(7, 8);
    assertThat(get("space", TWO)).isNull();
    assertThat(get("another space", ONE)).isNull();
  }

  @Test
  void twoProcessesWriteAtOnce() {
    try (DiskCache one = DiskCache.open(folder, "space", PLENTY);
        DiskCache other = DiskCache.open(folder, "space", PLENTY)) {
      one.put(ONE, value(10));
      other.put(ONE, value(10));
      other.put(TWO, value(20));
    }
    assertThat(get("space", ONE)).hasSize(10);
    assertThat(get("space", TWO)).hasSize(20);
  }

  @Test
  void aKilledProcessLeavesNothingThatIsRead() throws IOException {
    DiskCache killed = DiskCache.open(folder, "space", PLENTY);
    killed.put(ONE, value(10));
    assertThat(get("space", ONE)).isNull();
    assertThat(files(".part")).hasSize(1);
    Files.setLastModifiedTime(
        files(".part").get(0), FileTime.from(Instant.now().minusSeconds(100_000)));
    put("space", TWO, 10, PLENTY);
    assertThat(files(".part")).as("swept up a day later").isEmpty();
  }

  @Test
  void aDamagedValueIsComputedAgain() throws IOException {
    put("space", ONE, 1000, PLENTY);
    Path pack = files(".pack").get(0);
    byte[] bytes = Files.readAllBytes(pack);
    bytes[Pack.HEAD + 500]++;
    Files.write(pack, bytes);
    assertThat(get("space", ONE)).as("one bit wrong").isNull();
    Files.write(pack, java.util.Arrays.copyOf(bytes, 300));
    assertThat(get("space", ONE)).as("cut off").isNull();
    Files.write(pack, "nonsense".getBytes(StandardCharsets.UTF_8));
    assertThat(get("space", ONE)).as("nonsense").isNull();
  }

  @Test
  void theLeastRecentlyUsedGo() throws IOException {
    put("old", ONE, 400, PLENTY);
    Files.setLastModifiedTime(files(".pack").get(0), FileTime.from(Instant.EPOCH));
    put("newer", ONE, 400, PLENTY);
    put("newest", ONE, 400, 1000);
    assertThat(get("old", ONE)).isNull();
    assertThat(get("newer", ONE)).hasSize(400);
    assertThat(get("newest", ONE)).hasSize(400);
    put("more than half of the room", ONE, 600, 1000);
    assertThat(get("more than half of the room", ONE)).isNull();
    assertThat(get("newest", ONE)).hasSize(400);
  }

  @Test
  void noRoomKeepsNothing() throws IOException {
    put("space", ONE, 10, 0);
    assertThat(files("")).isEmpty();
  }

  private void put(String space, String key, int length, long most) {
    try (DiskCache cache = DiskCache.open(folder, space, most)) {
      cache.put(key, value(length));
    }
  }

  private byte[] get(String space, String key) {
    try (DiskCache cache = DiskCache.open(folder, space, PLENTY)) {
      return cache.get(key);
    }
  }

  private List<Path> files(String suffix) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(f -> Files.isRegularFile(f) && f.toString().endsWith(suffix)).toList();
    }
  }

  private static byte[] value(int length) {
    byte[] value = new byte[length];
    for (int i = 0; i < length; i++) {
      value[i] = (byte) (i + 7);
    }
    return value;
  }
}
