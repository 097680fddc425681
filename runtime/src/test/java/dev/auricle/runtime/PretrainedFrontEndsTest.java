package dev.auricle.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.testing.Shared;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden: the published networks' own front-ends, within 5e-4 of the tensors inside them. */
class PretrainedFrontEndsTest {
  @ParameterizedTest
  @CsvSource({
    "yamnet-mel, yamnet, waveform16k, log_mel, speech16k",
    "yamnet-mel, yamnet, waveform16k, log_mel, chord",
    "yamnet-mel, yamnet, waveform16k, log_mel, clicks120",
    "mn-mel, mn04_as, waveform32k, mel, speech16k",
    "mn-mel, mn04_as, waveform32k, mel, chord",
    "mn-mel, mn04_as, waveform32k, mel, clicks120",
  })
  void agrees(String preset, String network, String waveform, String tensor, String input)
      throws IOException {
    Path outputs = Shared.require("golden/outputs");
    float[] samples = floats(outputs.resolve(network + "-" + input + "-" + waveform + ".npy"));
    float[] expected = floats(outputs.resolve(network + "-" + input + "-" + tensor + ".npy"));
    float[] found = FrontEnds.preset(preset).compute(samples).values();
    assertThat(found).hasSameSizeAs(expected);
    double worst = 0;
    for (int i = 0; i < found.length; i++) {
      worst = Math.max(worst, Math.abs(found[i] - expected[i]));
    }
    assertThat(worst).isLessThan(5e-4);
  }

  /** Little-endian floats of a NumPy file, version 1. */
  private static float[] floats(Path npy) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(npy)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(10 + bytes.getShort(8));
    float[] values = new float[bytes.remaining() / 4];
    bytes.asFloatBuffer().get(values);
    return values;
  }
}
