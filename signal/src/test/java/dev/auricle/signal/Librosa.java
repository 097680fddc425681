package dev.auricle.signal;

import java.util.List;
import java.util.Map;

/** librosa's calls, with its names and defaults, carried out by this library. */
final class Librosa {
  private Librosa() {}

  /** How far from the reference a case may lie, and in what unit. */
  record Check(double error, double bound, String unit) {}

  static Check check(Golden.Case c) {
    float[] found = compute(c);
    float[] expected = c.expected();
    if (found.length != expected.length) {
      throw new AssertionError(
          c.id() + ": " + found.length + " values, expected " + expected.length);
    }
    String call = c.call();
    if (call.contains("trim") || call.contains("split")) {
      return new Check(largestDifference(found, expected), 0, "samples");
    }
    if (call.contains("resample")) {
      int to = c.integer("target_sr", 0);
      double level =
          Spectra.differenceDb(found, expected, to, 0.9 * Math.min(c.sampleRate(), to) / 2);
      return new Check(level, -80, "dB RMS");
    }
    if (call.contains("power_to_db") || call.contains("contrast")) {
      return new Check(largestDifference(found, expected), 1e-3, "dB");
    }
    if (call.contains("mfcc")) {
      return new Check(largestDifference(found, expected), 1e-3, "absolute");
    }
    if (call.contains("tempo")) {
      return new Check(largestDifference(found, expected), 1e-4, "BPM");
    }
    return new Check(
        largestDifference(found, expected) / largest(expected), 1e-4, "of the largest value");
  }

  static double largestDifference(float[] a, float[] b) {
    double worst = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = Math.abs((double) a[i] - b[i]);
      worst = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(worst, difference);
    }
    return worst;
  }

  private static double largest(float[] values) {
    double largest = Float.MIN_NORMAL;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static float[] compute(Golden.Case c) {
    float[] x = c.sound();
    int rate = c.sampleRate();
    Stft stft = stft(c.args());
    return switch (c.call()) {
      case "librosa.stft magnitude" -> stft.magnitude(x).values();
      case "librosa.feature.melspectrogram" -> mel(c).compute(x).values();
      case "melspectrogram+power_to_db(ref=1,amin=1e-10,top_db=80)" ->
          mel(c).decibels(x, Decibels.OF_POWER).values();
      case "librosa.feature.mfcc" -> mfcc(c).compute(x).values();
      case "mfcc(20) then librosa.feature.delta(mode=nearest)",
          "mfcc(20) then librosa.feature.delta(order=2,mode=nearest)" ->
          Delta.compute(
                  mfcc(c).compute(x),
                  c.integer("width", 9),
                  c.integer("order", 1),
                  Delta.Edges.NEAREST)
              .values();
      case "librosa.feature.zero_crossing_rate" ->
          ZeroCrossingRate.compute(x, c.integer("frame_length", 0), c.integer("hop_length", 0));
      case "librosa.feature.rms" ->
          Rms.compute(x, c.integer("frame_length", 0), c.integer("hop_length", 0));
      case "librosa.feature.chroma_stft" ->
          c.args().containsKey("tuning")
              ? Chroma.of(stft, rate).compute(x, c.number("tuning", 0)).values()
              : Chroma.of(stft, rate).compute(x).values();
      case "librosa.feature.spectral_centroid" -> SpectralShape.centroid(stft.magnitude(x), rate);
      case "librosa.feature.spectral_bandwidth" -> SpectralShape.bandwidth(stft.magnitude(x), rate);
      case "librosa.feature.spectral_rolloff" ->
          SpectralShape.rolloff(stft.magnitude(x), rate, c.number("roll_percent", 0));
      case "librosa.feature.spectral_contrast" ->
          SpectralContrast.DEFAULT.compute(stft.magnitude(x), rate).values();
      case "librosa.feature.spectral_flatness" -> SpectralShape.flatness(stft.magnitude(x));
      case "librosa.feature.tonnetz(chroma=chroma_stft)" ->
          Tonnetz.compute(Chroma.of(stft, rate).compute(x, 0)).values();
      case "librosa.onset.onset_strength" -> Onset.strength(x, rate, stft);
      case "librosa.feature.tempo" -> new float[] {(float) Tempo.estimate(x, rate)};
      case "librosa.estimate_tuning" -> new float[] {(float) Tuning.estimate(x, rate)};
      case "librosa.resample(res_type=soxr_hq)" ->
          Resampler.resample(x, rate, c.integer("target_sr", 0));
      case "librosa.effects.trim interval [start,end) in samples" ->
          intervals(List.of(Silence.trim(x, c.number("top_db", 0), 2048, 512)));
      case "librosa.effects.split intervals in samples" ->
          intervals(Silence.split(x, c.number("top_db", 0), 2048, 512));
      case "librosa.filters.mel" -> mel(c).filters().weights().values();
      case "librosa.filters.chroma" ->
          ChromaFilterBank.of(rate, c.integer("n_fft", 0), 0).filters().weights().values();
      default -> throw new IllegalArgumentException("no such call: " + c.call());
    };
  }

  private static Stft stft(Map<String, String> args) {
    int length = Integer.parseInt(args.getOrDefault("n_fft", "2048"));
    int hop = Integer.parseInt(args.getOrDefault("hop_length", "512"));
    Stft stft = Stft.of(length, hop);
    if (args.containsKey("win_length")) {
      stft = stft.withWindowLength(Integer.parseInt(args.get("win_length")));
    }
    if ("hamming".equals(args.get("window"))) {
      stft = stft.withWindow(Window.HAMMING);
    }
    if ("reflect".equals(args.get("pad_mode"))) {
      stft = stft.withPadding(Padding.REFLECT);
    }
    return "False".equals(args.get("center")) ? stft.withCentred(false) : stft;
  }

  private static MelSpectrogram mel(Golden.Case c) {
    Stft stft = stft(c.args());
    int bands = c.integer("n_mels", 128);
    double low = c.number("fmin", 0);
    double high = c.number("fmax", c.sampleRate() / 2.0);
    MelFilterBank bank =
        "True".equals(c.args().get("htk"))
            ? MelFilterBank.htk(c.sampleRate(), stft.length(), bands, low, high)
            : MelFilterBank.slaney(c.sampleRate(), stft.length(), bands, low, high);
    return c.number("power", 2) == 2
        ? MelSpectrogram.ofPower(stft, bank.filters())
        : MelSpectrogram.ofMagnitude(stft, bank.filters());
  }

  private static Mfcc mfcc(Golden.Case c) {
    return Mfcc.of(mel(c), c.integer("n_mfcc", 20)).withLifter(c.number("lifter", 0));
  }

  private static float[] intervals(List<Silence.Interval> intervals) {
    float[] edges = new float[2 * intervals.size()];
    for (int i = 0; i < intervals.size(); i++) {
      edges[2 * i] = intervals.get(i).start();
      edges[2 * i + 1] = intervals.get(i).end();
    }
    return edges;
  }
}
