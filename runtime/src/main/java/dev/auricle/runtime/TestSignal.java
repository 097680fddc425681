package dev.auricle.runtime;

import dev.auricle.audio.AudioClip;
import java.util.Map;
import java.util.Random;

/**
 * The generated sound of a bundle's self-test: a rising tone with harmonics, pulsing three times,
 * over noise, between two stretches of silence. Nobody's recording, and the same samples on every
 * machine: {@link StrictMath} and {@link Random} are specified to the bit.
 *
 * @param kind of signal; {@code pulsing-sweep} is the only one so far
 * @param seed of the noise
 * @param sampleRate in Hz; other than the model's, so that resampling is tested with it
 * @param samples length, silence included
 */
record TestSignal(String kind, long seed, int sampleRate, int samples) {
  static final String PULSING_SWEEP = "pulsing-sweep";
  private static final double SILENCE_SECONDS = 0.1;
  private static final int LOWEST_RATE = 1000;
  private static final int HIGHEST_RATE = 384_000;

  /** Whoever loads a bundle waits for it. */
  private static final int MOST_SECONDS = 30;

  private static final double LOWEST_HZ = 150;
  private static final double HIGHEST_HZ = 2500;

  TestSignal {
    if (!kind.equals(PULSING_SWEEP)) {
      throw new IllegalArgumentException("unknown test signal " + kind);
    }
    requireWithin("sampleRate", sampleRate, LOWEST_RATE, HIGHEST_RATE);
    requireWithin("samples", samples, 1, MOST_SECONDS * sampleRate);
  }

  private static void requireWithin(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "the self-test's key " + key + " is " + value + ", expected " + least + " to " + most);
    }
  }

  /** The signal for a model that reads sound at {@code modelRate} Hz: 1.4 s long. */
  static TestSignal forRate(int modelRate) {
    int rate = modelRate == 48000 ? 44100 : 48000;
    return new TestSignal(PULSING_SWEEP, 7, rate, (int) Math.round(1.4 * rate));
  }

  AudioClip generate() {
    Random random = new Random(seed);
    float[] sound = new float[samples];
    int silence = (int) (SILENCE_SECONDS * sampleRate);
    int length = samples - 2 * silence;
    double phase = 0;
    for (int i = 0; i < length; i++) {
      double position = i / (double) length;
      double hz = LOWEST_HZ * StrictMath.pow(HIGHEST_HZ / LOWEST_HZ, position);
      phase += 2 * Math.PI * hz / sampleRate;
      double pulse = StrictMath.sin(3 * Math.PI * position);
      double tone =
          StrictMath.sin(phase) + StrictMath.sin(2 * phase) / 2 + StrictMath.sin(3 * phase) / 4;
      double value = 0.4 * pulse * pulse * tone + 0.02 * (random.nextDouble() - 0.5);
      sound[silence + i] = (float) value;
    }
    return new AudioClip(sound, sampleRate);
  }

  Map<String, Object> describe() {
    return Map.of("kind", kind, "seed", seed, "sampleRate", sampleRate, "samples", samples);
  }

  static TestSignal of(Map<String, Object> json) {
    return new TestSignal(
        Json.get(json, "kind", String.class),
        Json.get(json, "seed", Number.class).longValue(),
        whole(json, "sampleRate"),
        whole(json, "samples"));
  }

  private static int whole(Map<String, Object> json, String key) {
    Number number = Json.get(json, key, Number.class);
    if (number.doubleValue() != number.intValue()) {
      throw new IllegalArgumentException(
          "the self-test's key " + key + " is " + number + ", expected a whole number in range");
    }
    return number.intValue();
  }
}
