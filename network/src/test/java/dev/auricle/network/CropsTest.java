package dev.auricle.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Property: a model with crops gives the mean of what its network says of each stretch. */
class CropsTest {
  private static final int BANDS = 6;
  private static final int FULL = 20;
  private static final int CLIPS = 3;

  @Test
  void theStretchesSpreadFromTheFirstToTheLast() {
    assertThat(new Crops(20, 12, 3).starts()).containsExactly(0, 4, 8);
    assertThat(new Crops(20, 12, 1).starts()).containsExactly(4);
    assertThat(new Crops(20, 20, 1).plain()).isTrue();
    assertThat(new Crops(20, 20, 3).plain()).isFalse();
    assertThat(new Crops(20, 20, 3).starts()).containsExactly(0, 6, 13);
    assertThatThrownBy(() -> new Crops(20, 21, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {12, FULL}) // the longer ones go on with the clip's beginning
  void probabilitiesAreTheMeanOverTheStretches(int length) throws Exception {
    Crops crops = new Crops(FULL, length, 3);
    Network network =
        new Network(
            Shape.of(BANDS, length),
            Chain.of(
                new AddChannel(),
                Conv.plane(4, Window.centred(3, 1), Window.centred(3, 1)),
                new Activate(Nonlinearity.RELU),
                GlobalPool.of(GlobalPool.Kind.MAX),
                new Dense(5)));
    Weights weights = Weights.initial(network, 3);
    Random random = new Random(4);
    float[] clips = new float[CLIPS * BANDS * FULL];
    for (int k = 0; k < clips.length; k++) {
      clips[k] = (float) random.nextGaussian();
    }
    float[] expected = new float[CLIPS * 5];
    byte[] plain = OnnxWriter.write(network, weights, OnnxWriter.Ending.SOFTMAX);
    for (int start : crops.starts()) {
      float[] stretch = new float[CLIPS * BANDS * length];
      for (int k = 0; k < stretch.length; k++) {
        stretch[k] = clips[k / length * FULL + (start + k % length) % FULL];
      }
      float[] found = run(plain, stretch, length);
      for (int k = 0; k < found.length; k++) {
        expected[k] += found[k] / 3;
      }
    }
    byte[] cropped = OnnxWriter.write(network, weights, OnnxWriter.Ending.SOFTMAX, crops);
    assertThat(run(cropped, clips, FULL)).containsExactly(expected, within(1e-6f));
  }

  private static float[] run(byte[] graph, float[] clips, int frames) throws Exception {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(graph);
        OnnxTensor tensor =
            OnnxTensor.createTensor(
                environment, FloatBuffer.wrap(clips), new long[] {CLIPS, BANDS, frames});
        OrtSession.Result result = session.run(Map.of("features", tensor))) {
      FloatBuffer buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] values = new float[buffer.remaining()];
      buffer.get(values);
      return values;
    }
  }
}
