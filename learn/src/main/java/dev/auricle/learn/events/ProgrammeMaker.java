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
 * several clips, louder and softer, some behind a gap of digital silence or of a quiet room's
 * noise, most cut hard, some faded.
 */
final class ProgrammeMaker {
  private static final double PROGRAMME_SECONDS = 300;
  private static final double GAP_SHARE = 0.3;
  private static final double SHORTEST_GAP = 0.3;
  private static final double LONGEST_GAP = 3;

  /** Less than this between two stretches of one label is a pause, and they are one event. */
  private static final double SEPARATING_GAP = 1;

  /** Of gaps, so many lie between two stretches of one label. */
  private static final double SAME_LABEL_SHARE = 0.4;

  /** Between two clips of a stretch, a pause is as frequent as this. */
  private static final double PAUSE_SHARE = 0.15;

  private static final double[] PAUSE_SECONDS = {0.1, 0.8};

  /** Of stretches, so many fade in, and so many out. */
  private static final double FADE_SHARE = 0.3;

  private static final double LONGEST_CROSSFADE = 0.05;
  private static final double LONGEST_FADE = 0.3;
  private static final double GAIN_DB = 10;
  private static final int MOST_CLIPS = 8;
  private static final double TRIM_DB = 50;
  private static final int TRIM_FRAME = 1024;
  private static final int TRIM_HOP = 128;

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
      boolean gap = length > 0 && random.nextDouble() < GAP_SHARE;
      boolean same = gap && random.nextDouble() < SAME_LABEL_SHARE;
      String label = same ? before : labels.get(random.nextInt(labels.size()));
      // Two stretches of one label are two events only where something lies between.
      if (gap || !label.equals(before)) {
        if (gap) {
          room(label.equals(before) ? SEPARATING_GAP : SHORTEST_GAP, LONGEST_GAP);
        }
        stretch(label, gap);
        before = label;
      }
    }
    return new Programme(new AudioClip(Arrays.copyOf(sound, length), rate), List.copyOf(events));
  }

  private void room(double shortest, double longest) {
    append(QuietRoom.sound((int) (random.nextDouble(shortest, longest) * rate), rate, random), 0);
  }

  private void stretch(String label, boolean afterGap) {
    int start = length;
    // Short stretches are as frequent as long ones.
    int count = 1 + (int) (MOST_CLIPS * Math.pow(random.nextDouble(), 2));
    double gain = Math.pow(10, random.nextDouble(-GAIN_DB, GAIN_DB) / 20);
    for (int i = 0; i < count; i++) {
      float[] clip = clip(label, count == 1 && random.nextDouble() < SHORT_SHARE, gain);
      boolean fade = random.nextDouble() < FADE_SHARE;
      if (i > 0 && random.nextDouble() < PAUSE_SHARE) {
        room(PAUSE_SECONDS[0], PAUSE_SECONDS[1]);
        append(clip, 0);
      } else if (i == 0 && afterGap) {
        if (fade) {
          fadeIn(clip);
        }
        append(clip, 0);
      } else {
        int overlap = i > 0 || fade ? (int) (random.nextDouble(0, LONGEST_CROSSFADE) * rate) : 0;
        start -= i == 0 ? Math.min(overlap, length) / 2 : 0;
        append(clip, overlap);
      }
    }
    if (random.nextDouble() < FADE_SHARE / 2) {
      fadeOut();
    }
    if (!events.isEmpty()) {
      Event last = events.get(events.size() - 1);
      double end = Math.min(last.end(), start / (double) rate);
      events.set(events.size() - 1, new Event(last.start(), end, last.label()));
    }
    events.add(new Event(start / (double) rate, length / (double) rate, label));
  }

  /** A clip of a label, as loud as wanted. */
  private float[] clip(String label, boolean cut, double gain) {
    List<AudioClip> choice = Objects.requireNonNull(clips.get(label), label);
    float[] clip = trimmed(choice.get(random.nextInt(choice.size())).samples());
    if (cut) {
      clip = trimmed(part(clip));
    }
    float[] louder = new float[clip.length];
    for (int k = 0; k < clip.length; k++) {
      louder[k] = (float) Math.max(-1, Math.min(1, gain * clip[k]));
    }
    return louder;
  }

  private void fadeIn(float[] clip) {
    int over = Math.min(clip.length, (int) (random.nextDouble(0, LONGEST_FADE) * rate));
    for (int i = 0; i < over; i++) {
      clip[i] *= (i + 1f) / (over + 1);
    }
  }

  private void fadeOut() {
    int over = Math.min(length, (int) (random.nextDouble(0, LONGEST_FADE) * rate));
    for (int i = 0; i < over; i++) {
      sound[length - 1 - i] *= (i + 1f) / (over + 1);
    }
  }

  private float[] part(float[] clip) {
    int length = Math.min(clip.length, (int) (random.nextDouble(SHORTEST, 5) * rate));
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
}
