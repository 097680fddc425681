package dev.auricle.learn.neural;

import dev.auricle.learn.training.Device;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What training steps are computed in; weights, losses and the model are always float32. */
enum Precision {
  /** 24 significant bits. */
  FLOAT32,
  /**
   * Convolutions and products in bfloat16, of 8 significant bits and float32's range, where the
   * processor computes in it; elsewhere it would be slower, and float32 is used.
   */
  BF16;

  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
  private static final List<String> FLAGS = List.of("avx512_bf16", "amx_bf16");
  private static final boolean PROCESSOR_HAS_BF16 = find();

  /** What this machine computes in where that is asked for; every card of today has it. */
  Precision on(Device device) {
    if (this == FLOAT32 || device == Device.CUDA) {
      return this;
    }
    return PROCESSOR_HAS_BF16 ? BF16 : FLOAT32;
  }

  /** The processor's flags as Linux lists them; elsewhere nobody can be asked. */
  private static boolean find() {
    if (!Files.isReadable(PROCESSOR)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(PROCESSOR, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith("flags"))
          .findFirst()
          .map(line -> List.of(line.split("\\s+")))
          .filter(words -> FLAGS.stream().anyMatch(words::contains))
          .isPresent();
    } catch (IOException e) {
      return false;
    }
  }
}
