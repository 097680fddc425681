package dev.auricle.runtime;

import dev.auricle.audio.AudioClip;
import dev.auricle.signal.AuricleException;
import dev.auricle.signal.Resampler;
import dev.auricle.signal.Silence;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a clip's samples before the front-end, in this order: resample, trim silence at
 * both ends, bring to a level, bring to a fixed length.
 *
 * @param sampleRate rate after resampling, in Hz
 * @param trimDb samples at the ends that lie more than this many dB below the loudest frame are
 *     cut; null keeps them
 * @param seconds length after a centre crop, or after padding with zeros on both sides; null keeps
 *     the length
 * @param levelDb root mean square that the trimmed clip is scaled to, in dB below full scale (so
 *     -20 is usual); silence is left as it is; null, the default, keeps the level
 */
public record Preparation(
    int sampleRate, @Nullable Double trimDb, @Nullable Double seconds, @Nullable Double levelDb) {
  /** Frames in which silence is measured: librosa's 2048 and 512 samples at 22,050 Hz. */
  private static final double TRIM_FRAME_SECONDS = 2048 / 22050.0;

  private static final double TRIM_HOP_SECONDS = 512 / 22050.0;

  /** Below -100 dB there is nothing but rounding to bring to a level. */
  private static final double SILENT_RMS = 1e-5;

  public Preparation {
    if (sampleRate <= 0) {
      throw new IllegalArgumentException("sampleRate must be positive, found " + sampleRate);
    }
    if (seconds != null && !(seconds * sampleRate >= 1)) {
      throw new IllegalArgumentException("seconds must hold a sample, found " + seconds);
    }
  }

  /** Keeps the level. */
  public Preparation(int sampleRate, @Nullable Double trimDb, @Nullable Double seconds) {
    this(sampleRate, trimDb, seconds, null);
  }

  /**
   * Reads the form that {@link #describe} gives; keys left out keep their default.
   *
   * @throws AuricleException if a key is unknown or a value out of range
   */
  public static Preparation of(Map<String, ?> json) {
    Options options = new Options("preparation", json);
    Preparation preparation =
        new Preparation(
            options.integer("sampleRate", 22050, 1000, 384_000),
            options.optionalNumber("trimDb", null, 1, 200),
            options.optionalNumber("seconds", null, 0.01, 3600),
            options.optionalNumber("levelDb", null, -100, 0));
    options.done();
    return preparation;
  }

  /** Every option, for JSON. */
  public Map<String, Object> describe() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("sampleRate", sampleRate);
    json.put("trimDb", trimDb);
    json.put("seconds", seconds);
    json.put("levelDb", levelDb);
    return json;
  }

  /**
   * Prepared samples, at {@link #sampleRate()}.
   *
   * @throws AuricleException if the clip holds no samples
   */
  public float[] apply(AudioClip clip) {
    float[] samples = resample(clip).samples();
    if (samples.length == 0) {
      throw new AuricleException("the clip holds no samples; expected at least one");
    }
    if (trimDb != null) {
      samples = trim(samples, trimDb);
    }
    if (levelDb != null) {
      samples = level(samples, levelDb);
    }
    return seconds == null ? samples : fit(samples, length());
  }

  /** The clip at {@link #sampleRate()}. */
  AudioClip resample(AudioClip clip) {
    return clip.sampleRate() == sampleRate
        ? clip
        : new AudioClip(
            Resampler.resample(clip.samples(), clip.sampleRate(), sampleRate), sampleRate);
  }

  /** Samples in a clip of the fixed length, or -1 where the length is free. */
  public int length() {
    Double fixed = seconds;
    return fixed == null ? -1 : (int) Math.round(fixed * sampleRate);
  }

  /**
   * How long a sound may be that a classifier prepares as a whole; of longer ones it cuts windows.
   */
  public double wholeSeconds() {
    return Windows.of(this, 0).whole() / (double) sampleRate;
  }

  /** Without the silence at both ends; a clip that would be cut to nothing is kept. */
  private float[] trim(float[] samples, double topDb) {
    int frame = (int) Math.round(TRIM_FRAME_SECONDS * sampleRate);
    int hop = (int) Math.round(TRIM_HOP_SECONDS * sampleRate);
    Silence.Interval sound = Silence.trim(samples, topDb, frame, hop);
    boolean keepsAll = sound.length() == 0 || sound.length() == samples.length;
    return keepsAll ? samples : Arrays.copyOfRange(samples, sound.start(), sound.end());
  }

  private static float[] level(float[] samples, double levelDb) {
    double squares = 0;
    for (float sample : samples) {
      squares += (double) sample * sample;
    }
    double rms = Math.sqrt(squares / samples.length);
    if (rms < SILENT_RMS) {
      return samples;
    }
    float gain = (float) (Math.pow(10, levelDb / 20) / rms);
    float[] scaled = new float[samples.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = gain * samples[i];
    }
    return scaled;
  }

  /** The middle {@code length} samples, or all of them with zeros on both sides. */
  private static float[] fit(float[] samples, int length) {
    if (samples.length >= length) {
      int start = (samples.length - length) / 2;
      return start == 0 && samples.length == length
          ? samples
          : Arrays.copyOfRange(samples, start, start + length);
    }
    float[] padded = new float[length];
    System.arraycopy(samples, 0, padded, (length - samples.length) / 2, samples.length);
    return padded;
  }
}
