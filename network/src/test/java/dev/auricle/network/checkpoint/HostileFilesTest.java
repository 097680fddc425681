package dev.auricle.network.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.signal.AuricleException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Property: whatever bytes a file holds, it is read or refused with an {@link AuricleException}; no
 * other error, no endless loop, no code run, no memory taken that the file does not hold.
 */
class HostileFilesTest {
  private static final int ROUNDS = 800;

  static final List<String> FILES = Tiny.FILES;

  @ParameterizedTest
  @FieldSource("FILES")
  void damagedFilesAreReadOrRefused(String file) throws IOException {
    byte[] sound = Tiny.bytes(file);
    int refused = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      byte[] damaged = damage(sound, new Random(seed));
      try {
        touch(CheckpointReader.read(file, ByteBuffer.wrap(damaged)));
      } catch (AuricleException e) {
        assertThat(e).hasMessageContaining(file);
        refused++;
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    // Damage to values goes unseen, damage to structure must not.
    assertThat(refused).isGreaterThan(ROUNDS / 10);
  }

  @ParameterizedTest
  @FieldSource("FILES")
  void everyTruncationIsReadOrRefused(String file) throws IOException {
    byte[] sound = Tiny.bytes(file);
    for (int length = 0; length < sound.length; length++) {
      try {
        touch(CheckpointReader.read(file, ByteBuffer.wrap(sound, 0, length).slice()));
      } catch (AuricleException e) {
        assertThat(e).hasMessageContaining(file);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "os\nsystem\n",
        "builtins\neval\n",
        "posix\nsystem\n",
        "torch.storage\n_load_from_bytes\n",
        "java.lang\nRuntime\n"
      })
  void aPickleThatCallsAnythingIsRefusedByName(String name) throws IOException {
    byte[] pickle = ascii("\u0080\u0002c" + name + "X\u0004\u0000\u0000\u0000trueq\u0000\u0085R.");
    assertThatThrownBy(() -> read(torch(pickle)))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("calls " + name.strip().replace('\n', '.'));
  }

  @Test
  void objectsOfClassesAreRefused() throws IOException {
    // NEWOBJ and INST would build an object of a class.
    assertThatThrownBy(() -> read(torch(ascii("\u0080\u0002cos\nPathLike\n)\u0081."))))
        .hasMessageContaining("operation 0x81");
    assertThatThrownBy(() -> read(torch(ascii("(ios\nsystem\n."))))
        .hasMessageContaining("operation 0x69");
  }

  @Test
  void listsThatHoldThemselvesEnd() throws IOException {
    // l = []; l.append(l), and a chain in which each list holds the one before twice
    assertThatThrownBy(() -> read(torch(ascii("\u0080\u0002]q\u0000h\u0000a."))))
        .hasMessageContaining("nested too deep");
    StringBuilder chain = new StringBuilder("\u0080\u0002]");
    for (int i = 0; i < 30; i++) {
      chain.append('q').append((char) i).append('0').append(']').append('(');
      chain.append('h').append((char) i).append('h').append((char) i).append('e');
    }
    assertThatThrownBy(() -> read(torch(ascii(chain + "."))))
        .hasMessageContaining("too many values");
  }

  @Test
  void compressedArchivesAreRefusedSoThatNothingUnfolds() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("archive/data.pkl"));
      zip.write(new byte[50_000_000]);
    }
    assertThatThrownBy(() -> read(out.toByteArray())).hasMessageContaining("compressed");
  }

  @Test
  void aHeaderThatClaimsMoreThanThereIsIsRefused() {
    String json =
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2147483647,2147483647],\"data_offsets\":[0,4]}}";
    assertThatThrownBy(() -> read(safetensors(json))).isInstanceOf(AuricleException.class);
    String outside = "{\"w\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}";
    assertThatThrownBy(() -> read(safetensors(outside))).hasMessageContaining("lie outside");
    String backwards = "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}";
    assertThatThrownBy(() -> read(safetensors(backwards))).isInstanceOf(AuricleException.class);
  }

  private static Checkpoint read(byte[] bytes) {
    return CheckpointReader.read("hostile", ByteBuffer.wrap(bytes));
  }

  private static void touch(Checkpoint checkpoint) {
    checkpoint.tensors().values().forEach(tensor -> tensor.floats());
  }

  /** Bits flipped, numbers made extreme, stretches cut out, doubled or overwritten. */
  private static byte[] damage(byte[] sound, Random random) {
    byte[] bytes = sound.clone();
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(5)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> {
        int[] extremes = {-1, 0, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x7fff, 1 << 30, 0xff};
        ByteBuffer.wrap(bytes)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(Math.min(at, bytes.length - 4), extremes[random.nextInt(extremes.length)]);
      }
      case 2 -> {
        int length = random.nextInt(bytes.length - at);
        byte[] cut = new byte[bytes.length - length];
        System.arraycopy(bytes, 0, cut, 0, at);
        System.arraycopy(bytes, at + length, cut, at, cut.length - at);
        bytes = cut;
      }
      case 3 -> {
        for (int i = 0; i < 16; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
      }
      default -> {
        int length = Math.min(64, bytes.length - at);
        System.arraycopy(sound, random.nextInt(bytes.length - length + 1), bytes, at, length);
      }
    }
    return bytes;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] torch(byte[] pickle) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      ZipEntry entry = new ZipEntry("archive/data.pkl");
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(pickle.length);
      CRC32 crc = new CRC32();
      crc.update(pickle);
      entry.setCrc(crc.getValue());
      zip.putNextEntry(entry);
      zip.write(pickle);
    }
    return out.toByteArray();
  }

  private static byte[] safetensors(String json) {
    byte[] header = json.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + header.length + 8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .array();
  }
}
