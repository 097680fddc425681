package dev.auricle.learn.neural;

import dev.auricle.signal.Speed;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Varies samples. Everything drawn comes from the clip's own generator. Thread-safe.
 *
 * <p>The order is that of a sound's way: the source (speed, polarity, position), the room, what
 * else is heard, the microphone (filter, gain), the loss (gaps).
 */
final class SampleAugmenter {
  private final SampleAugmentation settings;
  private final int sampleRate;

  SampleAugmenter(SampleAugmentation settings, int sampleRate) {
    this.settings = settings;
    this.sampleRate = sampleRate;
  }

  /**
   * A variation of a clip, in an array of its own.
   *
   * @param background another clip of the same length, which may be heard quietly; asked for only
   *     then
   */
  float[] apply(float[] clip, Supplier<float[]> background, SplittableRandom random) {
    float[] out = place(clip, random);
    if (random.nextDouble() < settings.reverb()) {
      double seconds = settings.reverbSeconds() * (0.2 + 0.8 * random.nextDouble());
      SmallRoom.draw(sampleRate, seconds, random).apply(out);
    }
    double power = power(out);
    if (random.nextDouble() < settings.background()) {
      float[] other = background.get();
      add(out, other, power, settings.backgroundLeast(), settings.backgroundMost(), random);
    }
    if (random.nextDouble() < settings.noise()) {
      float[] noise = noise(out.length, random);
      add(out, noise, power, settings.noiseLeast(), settings.noiseMost(), random);
    }
    shelve(out, settings.filterDb() * both(random), random);
    double gain = decibels(settings.gainDb() * both(random));
    boolean flip = settings.polarity() && random.nextBoolean();
    scale(out, (float) (flip ? -gain : gain));
    silence(out, random);
    return out;
  }

  /** Speed, shift and roll in one pass; without another speed a shift is of whole samples. */
  private float[] place(float[] clip, SplittableRandom random) {
    int n = clip.length;
    double pace = 1 + settings.speed() * both(random);
    double shift = settings.shift() * n * both(random);
    int roll = (int) Math.round(settings.roll() * n * both(random));
    float[] placed = pace == 1 ? shifted(clip, shift) : Speed.change(clip, pace, shift);
    return rolled(placed, roll);
  }

  private static float[] shifted(float[] clip, double by) {
    int n = clip.length;
    int whole = (int) Math.max(-n, Math.min(n, Math.round(by)));
    float[] out = new float[n];
    System.arraycopy(clip, Math.max(0, whole), out, Math.max(0, -whole), n - Math.abs(whole));
    return out;
  }

  private static float[] rolled(float[] clip, int by) {
    int n = clip.length;
    int start = Math.floorMod(by, n);
    float[] out = new float[n];
    System.arraycopy(clip, start, out, 0, n - start);
    System.arraycopy(clip, 0, out, n - start, start);
    return out;
  }

  private static void add(
      float[] out,
      float[] other,
      double power,
      double least,
      double most,
      SplittableRandom random) {
    double below = least + (most - least) * random.nextDouble();
    double otherPower = power(other);
    if (otherPower > 0 && power > 0) {
      float gain = (float) (Math.sqrt(power / otherPower) * decibels(-below));
      for (int i = 0; i < out.length; i++) {
        out[i] += gain * other[i];
      }
    }
  }

  /** White noise through a one-pole low-pass: white where its memory is 0, brown near 1. */
  private static float[] noise(int n, SplittableRandom random) {
    float[] noise = new float[n];
    float memory = (float) Math.pow(random.nextDouble(), 0.5) * 0.98f;
    float state = 0;
    for (int i = 0; i < n; i++) {
      state = memory * state + (2 * (random.nextInt() >>> 8) * 0x1p-24f - 1);
      noise[i] = state;
    }
    return noise;
  }

  /** Lifts or cuts what lies above a corner, which lies anywhere between 300 Hz and a quarter. */
  private void shelve(float[] out, double decibels, SplittableRandom random) {
    double top = Math.max(400, sampleRate / 4.0);
    double corner = 300 * Math.pow(top / 300, random.nextDouble());
    if (decibels == 0) {
      return;
    }
    float memory = (float) Math.exp(-2 * Math.PI * corner / sampleRate);
    float lift = (float) (decibels(decibels) - 1);
    float low = 0;
    for (int i = 0; i < out.length; i++) {
      low += (1 - memory) * (out[i] - low);
      out[i] += lift * (out[i] - low);
    }
  }

  private void silence(float[] out, SplittableRandom random) {
    for (int g = 0; g < settings.gaps(); g++) {
      int width = (int) (random.nextDouble() * settings.gapWidth() * out.length);
      int from = (int) (random.nextDouble() * (out.length - width + 1));
      Arrays.fill(out, from, from + width, 0);
    }
  }

  private static void scale(float[] out, float gain) {
    if (gain != 1) {
      for (int i = 0; i < out.length; i++) {
        out[i] *= gain;
      }
    }
  }

  /** Mean square. */
  private static double power(float[] samples) {
    double sum = 0;
    for (float sample : samples) {
      sum += sample * sample;
    }
    return sum / samples.length;
  }

  private static double decibels(double value) {
    return Math.pow(10, value / 20);
  }

  /** Evenly in [-1, 1). */
  private static double both(SplittableRandom random) {
    return 2 * random.nextDouble() - 1;
  }
}
