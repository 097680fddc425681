package dev.auricle.network.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.signal.AuricleException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden: names, shapes, types and values of files that other libraries wrote. */
class ReadingTest {
  private static final float[] COUNTED = {-2, -1, 0, 1, 2, 3};

  @ParameterizedTest
  @CsvSource({
    "tiny.pt, state_dict.",
    "tiny-legacy.pt, ''",
    "tiny.safetensors, ''",
    "tiny.onnx, ''",
  })
  void everyTypeIsRead(String file, String prefix) throws Exception {
    Checkpoint checkpoint = Tiny.read(file);
    for (ElementType type : ElementType.values()) {
      StoredTensor tensor = checkpoint.tensor(prefix + type);
      assertThat(tensor.type()).isEqualTo(type);
      assertThat(tensor.shape()).containsExactly(2, 3);
      float[] expected =
          switch (type) {
            case UINT8 -> new float[] {0, 1, 2, 3, 4, 5};
            case BOOL -> new float[] {0, 1, 0, 1, 0, 1};
            default -> COUNTED;
          };
      assertThat(tensor.floats()).as(type.toString()).containsExactly(expected);
    }
    assertThat(checkpoint.tensor(prefix + "scalar").shape()).isEmpty();
    assertThat(checkpoint.tensor(prefix + "scalar").floats()).containsExactly(-2);
    assertThat(checkpoint.tensor(prefix + "empty").floats()).isEmpty();
  }

  /** IEEE 754's binary16, worked out by hand: 2^-24, the largest, the infinities, a third. */
  @ParameterizedTest
  @CsvSource({
    "0001, 5.9604644775390625e-8",
    "0400, 6.103515625e-5",
    "7bff, 65504",
    "7c00, Infinity",
    "fc00, -Infinity",
    "3555, 0.333251953125",
    "8000, -0.0",
    "7e00, NaN",
  })
  void halvesAreExact(String bits, double value) {
    ByteBuffer data = ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN);
    data.putShort(0, (short) Integer.parseInt(bits, 16));
    assertThat(ElementType.FLOAT16.read(data, 0)).isEqualTo(Double.valueOf(value));
  }

  @ParameterizedTest
  @CsvSource({"tiny.pt, state_dict.", "tiny-legacy.pt, ''"})
  void viewsOfStoragesFollowTheirStrides(String file, String prefix) throws Exception {
    Checkpoint checkpoint = Tiny.read(file);
    // Python's (arange(6) - 2).reshape(3, 2), stored column by column
    StoredTensor transposed = checkpoint.tensor(prefix + "transposed");
    assertThat(transposed.shape()).containsExactly(3, 2);
    assertThat(transposed.floats()).containsExactly(COUNTED);
    assertThat(checkpoint.tensor(prefix + "middle").floats()).containsExactly(COUNTED);
    assertThat(checkpoint.tensor(prefix + "whole").floats())
        .containsExactly(-2, -1, 0, 1, 2, 3, 4, 5);
    assertThat(checkpoint.tensor(prefix + "parameter").floats()).containsExactly(-2, -1, 0, 1);
  }

  @Test
  void containersNameWhatIsInThem() throws Exception {
    assertThat(Tiny.read("tiny.pt").tensors()).containsKeys("list.0", "list.1.x");
  }

  @Test
  void listsOfNumbersInOnnxAreReadToo() throws Exception {
    Checkpoint checkpoint = Tiny.read("tiny.onnx");
    for (String name : List.of("listed", "listed_int8", "listed_half")) {
      assertThat(checkpoint.tensor(name).floats()).containsExactly(COUNTED);
    }
    assertThat(checkpoint.operators()).extracting(Operator::kind).containsExactly("Identity");
  }

  @Test
  void wholeNumbersAreDequantisedByTensorOrByAxis() throws Exception {
    Checkpoint checkpoint = Tiny.read("tiny.tflite");
    assertThat(checkpoint.tensors())
        .containsOnlyKeys("float32", "each_row", "each_column", "whole");
    assertThat(checkpoint.tensor("float32").floats()).containsExactly(COUNTED);
    // rows by 0.5 and 2, the second's zero at 1: 0.5 * (-2, -1, 0), 2 * (1 - 1, 2 - 1, 3 - 1)
    assertThat(checkpoint.tensor("each_row").floats()).containsExactly(-1, -0.5f, 0, 0, 2, 4);
    assertThat(checkpoint.tensor("each_column").floats()).containsExactly(-2, -10, 0, 1, 20, 300);
    // 0.25 * (stored + 2)
    assertThat(checkpoint.tensor("whole").floats())
        .containsExactly(0, 0.25f, 0.5f, 0.75f, 1, 1.25f);
  }

  @Test
  void operatorsOfTheGraphKeepTheirOptions() throws Exception {
    assertThat(Tiny.read("tiny.tflite").operators())
        .containsExactly(
            new Operator(
                "CONV_2D",
                List.of("input", "float32", ""),
                List.of("input"),
                Map.of("padding", 1, "stride_w", 2, "stride_h", 3, "activation", 3)));
  }

  @Test
  void otherFilesAreRefusedByWhatTheyAre(@TempDir Path folder) throws Exception {
    assertThatThrownBy(() -> CheckpointReader.read(folder.resolve("none.pt")))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("is no file");
    Path keras = folder.resolve("yamnet.h5");
    Files.write(keras, new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'});
    assertThatThrownBy(() -> CheckpointReader.read(keras)).hasMessageContaining("HDF5 (Keras)");
    Path text = folder.resolve("readme.pt");
    Files.writeString(text, "not a checkpoint at all");
    assertThatThrownBy(() -> CheckpointReader.read(text))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("no PyTorch, TFLite, safetensors or ONNX file");
  }
}
