package dev.auricle.data.audit;

import dev.auricle.audio.AudioInfo;
import dev.auricle.signal.Stft;
import java.util.Arrays;

/** Measures a sound as its samples come by; see {@link FileFacts} for what. */
final class Meter {
  private static final double SILENCE = 1e-3; // -60 dB
  private static final double FULL_SCALE = 0.9995;
  private static final int RUN = 3;
  private static final double FRAME_SECONDS = 0.02;
  private static final double FLOOR_DB = -120;
  private static final int TRANSFORM = 2048;

  /** A spectrum is taken at every so many samples, up to so many of them. */
  private static final int SPECTRUM_HOP = 8192;

  private static final int MOST_SPECTRA = 256;
  private static final double BAND_DB = 60;
  private static final Stft STFT = Stft.of(TRANSFORM, TRANSFORM).withCentred(false);

  private final int sampleRate;
  private final int frameLength;
  private final double[] spectrum = new double[TRANSFORM / 2 + 1];
  private final float[] window = new float[TRANSFORM];
  private float[] levels = new float[256];
  private int frames;
  private int spectra;
  private long samples;
  private double sum;
  private double squares;
  private double frameSquares;
  private int inFrame;
  private double peak;
  private int run;
  private long clipped;

  Meter(int sampleRate) {
    this.sampleRate = sampleRate;
    this.frameLength = Math.max(1, (int) Math.round(FRAME_SECONDS * sampleRate));
  }

  void add(float[] buffer, int length) {
    for (int i = 0; i < length; i++) {
      double x = buffer[i];
      double magnitude = Math.abs(x);
      sum += x;
      squares += x * x;
      frameSquares += x * x;
      peak = Math.max(peak, magnitude);
      run = magnitude >= FULL_SCALE ? run + 1 : 0;
      clipped += run == RUN ? RUN : run > RUN ? 1 : 0;
      int inSpectrum = (int) (samples % SPECTRUM_HOP);
      if (inSpectrum < TRANSFORM && spectra < MOST_SPECTRA) {
        window[inSpectrum] = buffer[i];
        if (inSpectrum == TRANSFORM - 1) {
          addSpectrum();
        }
      }
      samples++;
      if (++inFrame == frameLength) {
        closeFrame();
      }
    }
  }

  private void addSpectrum() {
    float[] power = STFT.power(window).values();
    for (int k = 0; k < spectrum.length; k++) {
      spectrum[k] += power[k];
    }
    spectra++;
  }

  private void closeFrame() {
    if (frames == levels.length) {
      levels = Arrays.copyOf(levels, 2 * frames);
    }
    levels[frames++] = (float) Math.sqrt(frameSquares / inFrame);
    frameSquares = 0;
    inFrame = 0;
  }

  /** Ends the sound. */
  FileFacts facts(String id, AudioInfo info) {
    if (inFrame > 0) {
      closeFrame();
    }
    if (spectra == 0) {
      addSpectrum(); // shorter than a transform: what there is, and silence
    }
    int first = 0;
    while (first < frames && levels[first] <= SILENCE) {
      first++;
    }
    int last = frames;
    while (last > first && levels[last - 1] <= SILENCE) {
      last--;
    }
    double seconds = samples / (double) sampleRate;
    double frame = frameLength / (double) sampleRate;
    float[] sorted = Arrays.copyOf(levels, frames);
    Arrays.sort(sorted);
    return new FileFacts(
        id,
        seconds,
        info.codec(),
        info.sampleRate(),
        info.channels(),
        info.bitsPerSample(),
        peak,
        samples == 0 ? FLOOR_DB : decibels(Math.sqrt(squares / samples)),
        samples == 0 ? 0 : sum / samples,
        samples == 0 ? 0 : clipped / (double) samples,
        first == frames ? seconds : first * frame,
        first == frames ? seconds : (frames - last) * frame,
        frames == 0 ? FLOOR_DB : decibels(sorted[frames / 10]),
        bandwidth());
  }

  private double bandwidth() {
    double strongest = Arrays.stream(spectrum).max().orElse(0);
    int k = spectrum.length - 1;
    while (k > 0 && spectrum[k] <= strongest * Math.pow(10, -BAND_DB / 10)) {
      k--;
    }
    return strongest == 0 ? 0 : k * (double) sampleRate / TRANSFORM;
  }

  private static double decibels(double amplitude) {
    return Math.max(FLOOR_DB, 20 * Math.log10(amplitude));
  }
}
