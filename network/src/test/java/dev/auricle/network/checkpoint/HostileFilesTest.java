package dev.auricle.network.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.signal.AuricleException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
  void aPickleOfNothingButContainersIsRefused() throws IOException {
    byte[] pickle = new byte[5_000_000];
    Arrays.fill(pickle, (byte) '}');
    assertThatThrownBy(() -> read(torch(pickle))).hasMessageContaining("4000000 values");
  }

  @Test
  void aListOfSizesThatManyTensorsShareIsRefused() throws IOException {
    // a storage of no numbers, and a tensor of 10,000 axes over it
    String text =
        "\u0080\u0002ctorch._utils\n_rebuild_tensor_v2\n((U\u0007storagectorch\n"
            + "FloatStorage\nU\u00010U\u0003cpuK\u0000tQK\u0000("
            + "K\u0001".repeat(10_000)
            + "tq\u0000h\u0000tR.";
    byte[] pickle = ascii(text);
    assertThatThrownBy(() -> read(torch(pickle, "archive/data/0")))
        .hasMessageContaining("10000 axes");
  }

  /** A hundred thousand tensors that are one table, whose name is long. */
  @Test
  void aTableThatStandsManyTimesIsRefused() {
    int copies = 100_000;
    int name = 1_000;
    int tensor = 96 + 4 * copies;
    ByteBuffer file = ByteBuffer.allocate(tensor + 16 + name).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(0, 32).put(4, "TFL3".getBytes(StandardCharsets.US_ASCII));
    // model: vtable at 8 with fields 2 (graphs) and 4 (buffers); table at 32
    file.putShort(8, (short) 14).putShort(16, (short) 4).putShort(20, (short) 8).putInt(32, 24);
    // graphs at 44: one, at 68; buffers at 52: one, an empty table at 60 with its vtable at 64
    file.putInt(36, 8).putInt(44, 1).putInt(48, 20).putInt(40, 12).putInt(52, 1).putInt(56, 4);
    file.putInt(60, -4).putShort(64, (short) 4);
    // graph at 68: vtable at 24 with field 0 (tensors), a vector at 80
    file.putShort(24, (short) 6).putShort(28, (short) 4).putInt(68, 44).putInt(72, 8);
    file.putInt(80, copies);
    for (int i = 0; i < copies; i++) {
      int at = 84 + 4 * i;
      file.putInt(at, tensor - at);
    }
    // the tensor: vtable 12 before it with field 3 (name), a text right behind
    file.putShort(tensor - 12, (short) 12).putShort(tensor - 2, (short) 4);
    file.putInt(tensor, 12).putInt(tensor + 4, 4).putInt(tensor + 8, name);
    assertThatThrownBy(() -> read(file.array())).hasMessageContaining("longer than any network's");
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

  /** A checkpoint of that pickle, and of empty entries beside it. */
  private static byte[] torch(byte[] pickle, String... empty) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      store(zip, "archive/data.pkl", pickle);
      for (String name : empty) {
        store(zip, name, new byte[0]);
      }
    }
    return out.toByteArray();
  }

  private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
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
