package dev.auricle.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.audio.AudioClip;
import dev.auricle.audio.SampleSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Property: however a sound arrives, it is cut as if it lay in memory whole. */
class WindowsTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void chunkedEqualsWhole(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      Windows windows = window(random);
      float[] sound = ramp(random.nextInt(5000));
      List<float[]> found = new ArrayList<>();
      long total =
          windows.cut(
              stuttering(sound, random),
              8000,
              clips -> clips.forEach(clip -> found.add(clip.samples())));
      assertThat(total).isEqualTo(sound.length);
      assertThat(Arrays.deepEquals(found.toArray(), naive(windows, sound).toArray())).isTrue();
    }
  }

  @Test
  void aShortSoundIsTakenWholeAndALongOneInHalfSteps() {
    Windows ofOneSecond = Windows.of(new Preparation(100, null, 1.0), 0);
    assertThat(ofOneSecond).isEqualTo(new Windows(100, 1000));
    Windows ofFive = Windows.of(new Preparation(100, null, 5.0), 0);
    assertThat(ofFive).isEqualTo(new Windows(500, 2000));
    Windows free = Windows.of(new Preparation(100, null, null), 0);
    assertThat(free).isEqualTo(new Windows(1000, 4000));
    assertThat(Windows.of(new Preparation(100, null, 30.0), 0)).isEqualTo(new Windows(3000, 6000));
    assertThat(Windows.of(new Preparation(100, null, 99.0), 0)).isEqualTo(new Windows(9900, 9900));
    // As long as what it was judged on, where the length is free.
    assertThat(Windows.of(new Preparation(100, null, null), 90)).isEqualTo(new Windows(1000, 9000));
    assertThat(Windows.of(new Preparation(100, null, null), 7)).isEqualTo(free);
    assertThat(Windows.of(new Preparation(100, null, 1.0), 90)).isEqualTo(ofOneSecond);
    // 10.4 s in windows of 1 s, half a second apart: starts 0, 0.5 … 9 and the last one at 9.4.
    List<AudioClip> heard = new ArrayList<>();
    ofOneSecond.cut(Windows.source(new AudioClip(ramp(1040), 100)), 100, heard::addAll);
    assertThat(heard).hasSize(20);
    assertThat(heard.get(1).samples()[0]).isEqualTo(50);
    assertThat(heard.get(18).samples()[0]).isEqualTo(900);
    assertThat(heard.get(19).samples()[0]).isEqualTo(940);
  }

  private static Windows window(Random random) {
    int length = 1 + random.nextInt(50);
    return new Windows(length, length + random.nextInt(200));
  }

  @Test
  void roomGrowsWithTheSound() {
    Windows windows = new Windows(100_000, 400_000);
    for (int length : new int[] {65_535, 65_536, 65_537, 399_999, 400_000, 400_001, 900_000}) {
      List<float[]> found = new ArrayList<>();
      float[] sound = ramp(length);
      windows.cut(
          stuttering(sound, new Random(1)),
          8000,
          clips -> clips.forEach(clip -> found.add(clip.samples())));
      assertThat(Arrays.deepEquals(found.toArray(), naive(windows, sound).toArray())).isTrue();
    }
  }

  private static List<float[]> naive(Windows windows, float[] sound) {
    List<float[]> cut = new ArrayList<>();
    if (sound.length <= windows.whole()) {
      if (sound.length > 0) {
        cut.add(sound);
      }
      return cut;
    }
    int hop = Math.max(1, windows.length() / 2);
    int end = 0;
    for (int start = 0; start + windows.length() <= sound.length; start += hop) {
      end = start + windows.length();
      cut.add(Arrays.copyOfRange(sound, start, end));
    }
    if (end < sound.length) {
      cut.add(Arrays.copyOfRange(sound, sound.length - windows.length(), sound.length));
    }
    return cut;
  }

  /** Gives what it likes at a time, as a decoder does. */
  private static SampleSource stuttering(float[] sound, Random random) {
    SampleSource even = Windows.source(new AudioClip(sound, 8000));
    return (buffer, offset, length) ->
        even.read(buffer, offset, Math.min(length, 1 + random.nextInt(100)));
  }

  private static float[] ramp(int length) {
    float[] sound = new float[length];
    for (int i = 0; i < length; i++) {
      sound[i] = i;
    }
    return sound;
  }
}
