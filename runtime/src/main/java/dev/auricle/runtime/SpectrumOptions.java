package dev.auricle.runtime;

import dev.auricle.signal.Padding;
import dev.auricle.signal.Stft;
import dev.auricle.signal.Window;
import java.util.Arrays;
import java.util.Map;

/**
 * How a front-end's spectra are taken.
 *
 * @param sampleRate in Hz
 * @param fft samples in a transform
 * @param hop samples from one frame to the next
 * @param windowLength samples under the window, at most {@code fft}
 * @param window periodic
 * @param centred whether frame t is centred on sample {@code t * hop}, rather than starting there
 * @param padding what lies outside the sound where frames are centred
 */
record SpectrumOptions(
    int sampleRate,
    int fft,
    int hop,
    int windowLength,
    Window window,
    boolean centred,
    Padding padding) {

  /** librosa's defaults: periodic Hann as long as the transform, centred, zeros outside. */
  static SpectrumOptions of(int sampleRate, int fft, int hop) {
    return new SpectrumOptions(sampleRate, fft, hop, fft, Window.HANN, true, Padding.ZERO);
  }

  /** These, but for the options given; a window as long as the transform stays so. */
  SpectrumOptions with(Options options) {
    int newFft = options.integer("fft", fft, 16, 1 << 16);
    int sameWindow = windowLength == fft ? newFft : Math.min(windowLength, newFft);
    return new SpectrumOptions(
        options.integer("sampleRate", sampleRate, 1000, 384_000),
        newFft,
        options.integer("hop", hop, 1, 1 << 16),
        options.integer("windowLength", sameWindow, 1, newFft),
        options.constant("window", window),
        options.flag("centred", centred),
        options.constant("padding", padding));
  }

  void describe(Map<String, Object> json) {
    json.put("sampleRate", sampleRate);
    json.put("fft", fft);
    json.put("hop", hop);
    json.put("windowLength", windowLength);
    json.put("window", Options.word(window));
    json.put("centred", centred);
    json.put("padding", Options.word(padding));
  }

  Stft stft() {
    return Stft.of(fft, hop)
        .withWindowLength(windowLength)
        .withWindow(window)
        .withCentred(centred)
        .withPadding(padding);
  }

  /** Frames of a clip of {@code samples} samples; one at least, as a short clip is padded. */
  int frames(int samples) {
    return stft().frames(Math.max(samples, shortest()));
  }

  /** Samples that give one frame. */
  private int shortest() {
    if (!centred) {
      return fft;
    }
    // Mirroring needs more samples than it adds at each end.
    return padding == Padding.REFLECT ? fft / 2 + 1 : 1;
  }

  /** The clip, with zeros at its end where it is too short for one frame. */
  float[] atLeastAFrame(float[] samples) {
    return samples.length >= shortest() ? samples : Arrays.copyOf(samples, shortest());
  }
}
