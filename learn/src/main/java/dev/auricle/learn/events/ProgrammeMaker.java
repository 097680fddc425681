package dev.auricle.learn.events;

import dev.auricle.audio.AudioClip;
import dev.auricle.runtime.Event;
import dev.auricle.signal.Silence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Strings labelled clips together into programmes whose joins are known: stretches of one label and
 * several clips, some behind a silence, most cut hard, some faded into each other within 50 ms.
 */
final class ProgrammeMaker {
  private static final double PROGRAMME_SECONDS = 300;
  private static final double SILENCE_SHARE = 0.25;
  private static final double SHORTEST_SILENCE = 0.3;

  /** Less than this between two stretches of one label is a pause, and they are one event. */
  private static final double SEPARATING_SILENCE = 1;

  private static final double LONGEST_SILENCE = 3;
  private static final double FADE_SHARE = 0.3;
  private static final double LONGEST_FADE = 0.05;
  private static final double GAIN_DB = 6;
  private static final int MOST_CLIPS = 8;
  private static final double TRIM_DB = 50;
  private static final int TRIM_FRAME = 1024;
  private static final int TRIM_HOP = 128;

  /**
   * Quietest and loudest noise that stands for silence, in dB of full scale: up to a quiet room.
   */
  private static final double[] QUIET_DB = {-100, -50};

  /** Of stretches of one clip, so many are cut to a part of it, down to a second. */
  private static final double SHORT_SHARE = 0.5;

  private static final double SHORTEST = 1;

  private final Map<String, List<AudioClip>> clips;
  private final List<String> labels;
  private final int rate;
  private final Random random;
  private float[] sound = new float[0];
  private int length;
  private final List<Event> events = new ArrayList<>();

  /**
   * @param clips by label, all at {@code rate} Hz
   */
  ProgrammeMaker(Map<String, List<AudioClip>> clips, int rate, long seed) {
    this.clips = clips;
    this.labels = clips.keySet().stream().sorted().toList();
    this.rate = rate;
    this.random = new Random(seed);
  }

  /** The next programme, about five minutes long. */
  Programme make() {
    sound = new float[(int) (2 * PROGRAMME_SECONDS * rate)];
    length = 0;
    events.clear();
    String before = "";
    while (length < PROGRAMME_SECONDS * rate) {
      boolean silence = random.nextDouble() < SILENCE_SHARE;
      String label = labels.get(random.nextInt(labels.size()));
      // Two stretches of one label are two events only where something lies between.
      if (silence || !label.equals(before)) {
        if (silence) {
          silence(label.equals(before) ? SEPARATING_SILENCE : SHORTEST_SILENCE);
        }
        stretch(label);
        before = label;
      }
    }
    return new Programme(new AudioClip(Arrays.copyOf(sound, length), rate), List.copyOf(events));
  }

  private void silence(double shortest) {
    double seconds = between(shortest, LONGEST_SILENCE);
    double level = Math.pow(10, between(QUIET_DB[0], QUIET_DB[1]) / 20);
    boolean digital = random.nextInt(3) == 0;
    float[] quiet = new float[(int) (seconds * rate)];
    for (int i = 0; i < quiet.length; i++) {
      quiet[i] = digital ? 0 : (float) (level * random.nextGaussian());
    }
    append(quiet, 0);
  }

  private void stretch(String label) {
    int start = length;
    // Short stretches are as frequent as long ones.
    int count = 1 + (int) (MOST_CLIPS * Math.pow(random.nextDouble(), 2));
    float gain = (float) Math.pow(10, between(-GAIN_DB, GAIN_DB) / 20);
    List<AudioClip> choice = Objects.requireNonNull(clips.get(label), label);
    for (int i = 0; i < count; i++) {
      float[] clip = trimmed(choice.get(random.nextInt(choice.size())).samples());
      if (count == 1 && random.nextDouble() < SHORT_SHARE) {
        clip = trimmed(part(clip));
      }
      float[] louder = new float[clip.length];
      for (int k = 0; k < clip.length; k++) {
        louder[k] = Math.max(-1, Math.min(1, gain * clip[k]));
      }
      boolean fade = i > 0 || random.nextDouble() < FADE_SHARE;
      int overlap = fade ? (int) (between(0, LONGEST_FADE) * rate) : 0;
      start -= i == 0 ? Math.min(overlap, length) / 2 : 0;
      append(louder, overlap);
    }
    if (!events.isEmpty()) {
      Event last = events.get(events.size() - 1);
      double end = Math.min(last.end(), start / (double) rate);
      events.set(events.size() - 1, new Event(last.start(), end, last.label()));
    }
    events.add(new Event(start / (double) rate, length / (double) rate, label));
  }

  private float[] part(float[] clip) {
    int length = Math.min(clip.length, (int) (between(SHORTEST, 5) * rate));
    int from = random.nextInt(clip.length - length + 1);
    return Arrays.copyOfRange(clip, from, from + length);
  }

  /** Without silence at its ends, so that its label holds from the first sample to the last. */
  private static float[] trimmed(float[] samples) {
    Silence.Interval loud = Silence.trim(samples, TRIM_DB, TRIM_FRAME, TRIM_HOP);
    return loud.length() == 0 ? samples : Arrays.copyOfRange(samples, loud.start(), loud.end());
  }

  private void append(float[] more, int overlap) {
    int over = Math.min(Math.min(overlap, length), more.length);
    if (length + more.length > sound.length) {
      sound = Arrays.copyOf(sound, 2 * (length + more.length));
    }
    for (int i = 0; i < over; i++) {
      float share = (i + 1f) / (over + 1);
      int at = length - over + i;
      sound[at] = (1 - share) * sound[at] + share * more[i];
    }
    System.arraycopy(more, over, sound, length, more.length - over);
    length += more.length - over;
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }
}
