package dev.auricle.runtime.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.runtime.DetectionOptions;
import dev.auricle.runtime.TinyBundle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Property: quiet is what lies far below both sides; a gap is quiet that is steady for long. */
class GapsTest {
  private static final int RATE = 8000;
  private static final int BLOCK = RATE / 100;

  @Test
  void aQuietRoomBetweenTwoLoudStretchesSeparatesThem() {
    float[] sound = sound(10, seconds -> seconds > 4 && seconds < 6 ? -50 : -10);
    assertThat(gaps(sound, 30)).containsExactly(new Quiet(4 * RATE, 6 * RATE, true));
  }

  @Test
  void whatIsShortDoesNotSeparateAndWhatIsShorterIsNotNoticed() {
    float[] sound =
        sound(
            12,
            seconds ->
                (seconds > 3 && seconds < 3.5) || (seconds > 7 && seconds < 7.2) ? -50.0 : -10.0);
    assertThat(gaps(sound, 30)).containsExactly(new Quiet(3 * RATE, 3 * RATE + RATE / 2, false));
  }

  @Test
  void aSoftEndOrBeginningIsNoGap() {
    // One side alone is louder; so it is where a stream begins and ends.
    assertThat(gaps(sound(12, seconds -> seconds < 6 ? -10 : -50), 30)).isEmpty();
    assertThat(gaps(sound(12, seconds -> seconds < 6 ? -50 : -10), 30)).isEmpty();
  }

  @Test
  void aPauseThatBreathesDoesNotSeparate() {
    // Two seconds, 33 to 57 dB below both sides, up and down.
    float[] sound =
        sound(
            10,
            seconds ->
                seconds > 4 && seconds < 6 ? -55 + 12 * Math.sin(3 * Math.PI * seconds) : -10);
    assertThat(gaps(sound, 30)).noneMatch(Quiet::separates);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 40, 499, 500, 501, 3000})
  void surroundingsAreWhatTheirDefinitionSays(int blocks) {
    Random random = new Random(blocks);
    double[] powers = random.doubles(blocks, 0, 1).map(x -> Math.pow(x, 8)).toArray();
    List<Double> found = new ArrayList<>();
    Surroundings surroundings =
        new Surroundings(
            (length, power, about) -> {
              assertThat(power).isEqualTo(powers[found.size()]);
              found.add(about);
            });
    for (double power : powers) {
      surroundings.block(BLOCK, power);
    }
    surroundings.finish();
    assertThat(found).hasSize(blocks);
    for (int t = 0; t < blocks; t++) {
      double before = loudest(powers, t - 467, t - 1);
      double after = loudest(powers, t + 33, t + 33 + 466);
      assertThat(found.get(t)).isCloseTo(Math.min(before, after), within(1e-12));
    }
  }

  /** The highest mean of 33 powers of those that end from one block to another. */
  private static double loudest(double[] powers, int first, int last) {
    double most = 0;
    for (int end = Math.max(0, first); end <= Math.min(last, powers.length - 1); end++) {
      double sum = 0;
      int from = Math.max(0, end - 32);
      for (int i = from; i <= end; i++) {
        sum += powers[i];
      }
      most = Math.max(most, sum / (end - from + 1));
    }
    return most;
  }

  private static List<Quiet> gaps(float[] sound, double decibels) {
    DetectionOptions options =
        DetectionOptions.usual(TinyBundle.logMel())
            .with(Map.of("silenceDb", "none", "gapDb", decibels, "gap", 1));
    QuietStretches quiet = new QuietStretches(options, RATE);
    quiet.accept(sound, 0, sound.length);
    quiet.finish();
    List<Quiet> found = quiet.between(0, sound.length);
    assertThat(found).isSortedAccordingTo(Comparator.comparingLong(Quiet::start));
    return found;
  }

  private interface Level {
    double at(double seconds);
  }

  /** White noise of a level, in dB of full scale, that changes in time. */
  private static float[] sound(int seconds, Level level) {
    Random random = new Random(3);
    float[] sound = new float[seconds * RATE];
    for (int i = 0; i < sound.length; i++) {
      double amplitude = Math.pow(10, level.at((i + 0.5) / RATE) / 20);
      sound[i] = (float) (amplitude * random.nextGaussian());
    }
    return sound;
  }
}
