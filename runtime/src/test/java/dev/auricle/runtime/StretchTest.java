package dev.auricle.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.audio.AudioClip;
import dev.auricle.audio.SampleSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Story: a sound is classified part by part, each as if it were a sound of its own. */
class StretchTest {
  private static final int RATE = 8000;

  /** Parts of up to ten seconds are taken whole, longer ones are averaged over windows. */
  @ParameterizedTest
  @ValueSource(doubles = {0.7, 4, 11, 15, 30})
  void eachPartGetsWhatItGetsAlone(double every) {
    float[] sound = noise(30 * RATE + 1234);
    int length = (int) (every * RATE);
    try (Classifier classifier = Classifier.of(TinyBundle.logMel(), 1)) {
      List<Stretch> stretches = Stretch.all(classifier, source(sound), every);
      assertThat(stretches).hasSize((sound.length + length - 1) / length);
      for (int i = 0; i < stretches.size(); i++) {
        int to = Math.min(sound.length, (i + 1) * length);
        AudioClip part = new AudioClip(Arrays.copyOfRange(sound, i * length, to), RATE);
        assertThat(stretches.get(i))
            .isEqualTo(
                new Stretch(
                    i * length / (double) RATE, to / (double) RATE, classifier.classify(part)));
      }
      assertThat(Stretch.all(classifier, source(new float[0]), every)).isEmpty();
    }
  }

  /** Some of these are more samples than an array holds, or a whole number of 32 bits. */
  @ParameterizedTest
  @ValueSource(doubles = {200_000, 1e6, 4294967296.0 / RATE, 1e300, Double.POSITIVE_INFINITY})
  void aPartLongerThanTheSoundIsTheSound(double every) {
    float[] sound = noise(2 * RATE);
    try (Classifier classifier = Classifier.of(TinyBundle.logMel(), 1)) {
      assertThat(Stretch.all(classifier, source(sound), every))
          .containsExactly(new Stretch(0, 2, classifier.classify(new AudioClip(sound, RATE))));
    }
  }

  @Test
  void aLengthOfNothingIsAMistakeOfTheCaller() {
    try (Classifier classifier = Classifier.of(TinyBundle.logMel(), 1)) {
      for (double every : new double[] {0, -1, Double.NaN, Double.NEGATIVE_INFINITY}) {
        assertThatThrownBy(() -> Stretch.all(classifier, source(new float[9]), every))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("every must be positive, found " + every);
      }
    }
  }

  @Test
  void whatIsSaidOfItIsWrittenAsJson() {
    Classification.Scored loud = new Classification.Scored("loud", 0.75);
    Classification.Scored quiet = new Classification.Scored("quiet", 0.25);
    Classification result = new Classification(List.of(loud, quiet), List.of(loud));
    assertThat(Json.line(result.describe(2)))
        .isEqualTo(
            "{\"label\":\"loud\",\"probability\":0.75,"
                + "\"given\":[{\"label\":\"loud\",\"probability\":0.75}],"
                + "\"top\":[{\"label\":\"loud\",\"probability\":0.75},"
                + "{\"label\":\"quiet\",\"probability\":0.25}]}");
    assertThat(Json.line(new Stretch(1, 2.5, result).describe(1)))
        .isEqualTo(
            "{\"start\":1.0,\"end\":2.5,\"top\":[{\"label\":\"loud\",\"probability\":0.75}]}");
  }

  /** Gives a few samples at a time, as files do. */
  private static SampleSource source(float[] sound) {
    SampleSource whole = Windows.source(new AudioClip(sound, RATE));
    return (buffer, offset, length) -> whole.read(buffer, offset, Math.min(length, 777));
  }

  private static float[] noise(int length) {
    Random random = new Random(length);
    float[] sound = new float[length];
    for (int i = 0; i < length; i++) {
      // Louder and softer in turn, so that parts differ.
      double gain = Math.pow(10, -2 + 2 * Math.sin(i / 20_000.0));
      sound[i] = (float) (gain * random.nextGaussian());
    }
    return sound;
  }
}
