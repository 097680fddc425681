package dev.auricle.signal;

/**
 * Strength of the onsets in a sound, as {@code librosa.onset.onset_strength}: the mean rise of the
 * 128 mel bands, in dB, from one frame to the next. Agrees with librosa 0.11 within 1e-4 of the
 * largest value.
 */
public final class Onset {
  private static final int BANDS = 128;

  private Onset() {}

  /** Strength of each frame: {@code float[frames]}, in dB. Throws as {@link Stft#complex} does. */
  public static float[] strength(float[] x, int sampleRate, Stft stft) {
    FilterBank filters = MelFilterBank.slaney(sampleRate, stft.length(), BANDS).filters();
    Matrix mel = MelSpectrogram.ofPower(stft, filters).decibels(x, Decibels.OF_POWER);
    return strength(mel, stft);
  }

  /** Strength of each frame of a mel spectrogram in dB, bands x frames. */
  public static float[] strength(Matrix logMel, Stft stft) {
    int frames = logMel.columns();
    // librosa shifts the envelope by half a transform, so that it stands where the onset is heard.
    int delay = 1 + stft.length() / (2 * stft.hop());
    float[] out = new float[frames];
    for (int t = delay; t < frames; t++) {
      int source = t - delay + 1;
      double rise = 0;
      for (int band = 0; band < logMel.rows(); band++) {
        rise += Math.max(0, logMel.get(band, source) - logMel.get(band, source - 1));
      }
      out[t] = (float) (rise / logMel.rows());
    }
    return out;
  }
}
