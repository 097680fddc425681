package dev.auricle.learn.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.network.Shape;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Property: each variation changes what it says and nothing else, and depends on the seed alone.
 */
class AugmentationTest {
  private static final Shape SHAPE = Shape.of(24, 30);
  private static final float[] MEANS = new float[24];

  @Test
  void withoutSettingsAClipStaysAsItIs() {
    float[] clip = noise(SHAPE.size(), 1);
    assertThat(vary("{}", clip, 5)).isEqualTo(clip);
    assertThat(samples("{}", clip, 5)).isEqualTo(clip);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shift: 0.3",
        "roll: 0.3",
        "stretch: 0.3",
        "time-warp: 0.2",
        "warp: 0.2",
        "band-shift: 0.1",
        "gain-db: 6",
        "tilt-db: 10",
        "filter-db: 6",
        "noise: 1",
        "band-masks: 2",
        "frame-masks: 2"
      })
  void aSeedGivesOneVariationAndAnotherSeedAnother(String setting) {
    float[] clip = noise(SHAPE.size(), 1);
    float[] before = clip.clone();
    String settings = "{" + setting + "}";
    assertThat(vary(settings, clip, 7)).isEqualTo(vary(settings, clip, 7));
    assertThat(vary(settings, clip, 7)).isNotEqualTo(vary(settings, clip, 8));
    assertThat(clip).isEqualTo(before);
    for (float value : vary(settings, clip, 7)) {
      assertThat(value).isFinite();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shift: 0.3",
        "roll: 0.3",
        "speed: 0.3",
        "gain-db: 6",
        "filter-db: 10",
        "reverb: 1",
        "noise: 1",
        "background: 1",
        "gaps: 2"
      })
  void samplesVaryBySeedToo(String setting) {
    float[] clip = noise(4000, 1);
    float[] before = clip.clone();
    String settings = "{" + setting + "}";
    assertThat(samples(settings, clip, 7)).isEqualTo(samples(settings, clip, 7));
    assertThat(samples(settings, clip, 7)).isNotEqualTo(samples(settings, clip, 8));
    assertThat(clip).isEqualTo(before);
  }

  @Test
  void gainMovesEveryValueByTheSame() {
    float[] clip = noise(SHAPE.size(), 1);
    float[] varied = vary("{gain-db: 6}", clip, 3);
    float gain = varied[0] - clip[0];
    assertThat(Math.abs(gain)).isBetween(0.001f, 6f);
    for (int k = 0; k < clip.length; k++) {
      assertThat(varied[k] - clip[k]).isCloseTo(gain, within(1e-4f));
    }
  }

  @Test
  void rollKeepsEveryFrame() {
    float[] clip = noise(SHAPE.size(), 1);
    float[] varied = vary("{roll: 0.5}", clip, 3);
    Arrays.sort(clip);
    Arrays.sort(varied);
    assertThat(varied).isEqualTo(clip);
  }

  @Test
  void noiseNeverMakesASpectrogramQuieter() {
    float[] clip = noise(SHAPE.size(), 1);
    float[] varied = vary("{noise: 1, noise-least: 0, noise-most: 0}", clip, 3);
    for (int k = 0; k < clip.length; k++) {
      assertThat(varied[k]).isGreaterThanOrEqualTo(clip[k]);
    }
  }

  @Test
  void powersAddWithinATwentiethOfADecibel() {
    float[] table = PowerSum.table();
    for (float distance = 0; distance < 40; distance += 0.37f) {
      double exact = 10 * Math.log10(1 + Math.pow(10, -distance / 10));
      assertThat((double) PowerSum.add(table, -20, -20 - distance))
          .isCloseTo(-20 + exact, within(0.05));
    }
  }

  @Test
  void noiseOnSamplesHasTheRatioAskedFor() {
    float[] clip = new float[16000];
    for (int i = 0; i < clip.length; i++) {
      clip[i] = (float) Math.sin(i * 0.1);
    }
    float[] varied = samples("{noise: 1, noise-least: 20, noise-most: 20}", clip, 3);
    double noise = 0;
    double signal = 0;
    for (int i = 0; i < clip.length; i++) {
      noise += Math.pow(varied[i] - clip[i], 2);
      signal += clip[i] * clip[i];
    }
    assertThat(10 * Math.log10(signal / noise)).isCloseTo(20, within(0.01));
  }

  @Test
  void mixingGivesTheOtherItsShareOfFeaturesAndTarget() {
    float[] zeros = new float[SHAPE.size()];
    float[] ones = new float[SHAPE.size()];
    Arrays.fill(ones, 1);
    float share = mixing("{mix: mixup}").mix(zeros, 0, ones, SHAPE, new SplittableRandom(1));
    assertThat(share).isBetween(0f, 0.5f);
    assertThat(zeros).containsOnly(share);

    float[] cut = new float[SHAPE.size()];
    float part =
        mixing("{mix: cutmix, mix-alpha: 1}").mix(cut, 0, ones, SHAPE, new SplittableRandom(2));
    double mean = 0;
    for (float value : cut) {
      mean += value / cut.length;
    }
    assertThat(mean).isCloseTo(part, within(1e-4));
  }

  @Test
  void everyClipIsMixedWhereAKindIsNamedAndNoneWhereItsShareIsZero() {
    assertThat(mixing("{mix: between-class}").probability()).isEqualTo(1);
    assertThat(mixing("{mix: cutmix, mixup: 0.3}").probability()).isEqualTo(0.3);
    assertThat(mixing("{mixup: 0.3}").kind()).isEqualTo(Mixing.Kind.MIXUP);
    assertThat(mixing("{mix: mixup, mixup: 0}").kind()).isEqualTo(Mixing.Kind.NONE);
    assertThat(mixing("{mixup: 0}").kind()).isEqualTo(Mixing.Kind.NONE);
  }

  @Test
  void betweenClassMixingKeepsThePower() {
    float[] clip = noise(8000, 1);
    float[] other = noise(8000, 2);
    for (int k = 0; k < other.length; k++) {
      other[k] *= 10; // much louder: its share must still be the one heard
    }
    Mixing mixing = mixing("{mix: between-class, mix-alpha: 1}");
    float share = mixing.mixSamples(clip, other, new SplittableRandom(4));
    double own = correlation(clip, noise(8000, 1));
    double others = correlation(clip, noise(8000, 2));
    // Both noises have the same power, so the heard shares are the weights: share / (1 - share).
    assertThat(others / own).isCloseTo(share / (1 - share), within(0.1));
  }

  private static double correlation(float[] a, float[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  private static float[] vary(String settings, float[] clip, long seed) {
    Augmenter augmenter =
        new SpectrogramAugmenter(
            Augmentation.from(YamlSettings.of("augmentation", settings)), SHAPE, MEANS);
    float[] out = new float[clip.length + 3];
    augmenter.apply(clip, out, 3, new SplittableRandom(seed));
    return Arrays.copyOfRange(out, 3, out.length);
  }

  private static float[] samples(String settings, float[] clip, long seed) {
    return new SampleAugmenter(
            SampleAugmentation.from(YamlSettings.of("augmentation", settings)), 8000)
        .apply(clip, () -> noise(clip.length, 99), new SplittableRandom(seed));
  }

  private static Mixing mixing(String settings) {
    return Mixing.from(YamlSettings.of("augmentation", settings));
  }

  private static float[] noise(int size, long seed) {
    Random random = new Random(seed);
    float[] values = new float[size];
    for (int k = 0; k < size; k++) {
      values[k] = (float) random.nextGaussian();
    }
    return values;
  }
}
