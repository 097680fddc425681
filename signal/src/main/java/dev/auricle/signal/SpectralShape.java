package dev.auricle.signal;

/**
 * Numbers that describe each spectrum's shape, as librosa's functions of the same names. All take
 * magnitudes, bins x frames, of a transform of even length, and give {@code float[frames]}. They
 * agree with librosa 0.11 within 1e-4 of the largest value.
 */
public final class SpectralShape {
  private SpectralShape() {}

  /** Centre of mass, in Hz; 0 for silence. */
  public static float[] centroid(Matrix magnitude, int sampleRate) {
    float[] out = new float[magnitude.columns()];
    for (int t = 0; t < out.length; t++) {
      double sum = 0;
      double moment = 0;
      for (int bin = 0; bin < magnitude.rows(); bin++) {
        sum += magnitude.get(bin, t);
        moment += hz(bin, magnitude, sampleRate) * magnitude.get(bin, t);
      }
      out[t] = (float) (sum < Float.MIN_NORMAL ? moment : moment / sum);
    }
    return out;
  }

  /** Standard deviation around the centre of mass, in Hz; 0 for silence. */
  public static float[] bandwidth(Matrix magnitude, int sampleRate) {
    float[] centroid = centroid(magnitude, sampleRate);
    float[] out = new float[magnitude.columns()];
    for (int t = 0; t < out.length; t++) {
      double sum = 0;
      double spread = 0;
      for (int bin = 0; bin < magnitude.rows(); bin++) {
        double distance = hz(bin, magnitude, sampleRate) - centroid[t];
        sum += magnitude.get(bin, t);
        spread += distance * distance * magnitude.get(bin, t);
      }
      out[t] = (float) Math.sqrt(sum < Float.MIN_NORMAL ? spread : spread / sum);
    }
    return out;
  }

  /**
   * Frequency below which a share of the spectrum's magnitude lies, in Hz: that of the first bin
   * where it is reached.
   *
   * @param share between 0 and 1; librosa's default is 0.85
   */
  public static float[] rolloff(Matrix magnitude, int sampleRate, double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share must lie between 0 and 1, found " + share);
    }
    float[] out = new float[magnitude.columns()];
    for (int t = 0; t < out.length; t++) {
      // Summed in float, bin by bin, as librosa does: the bin must be the same.
      float total = 0;
      for (int bin = 0; bin < magnitude.rows(); bin++) {
        total += magnitude.get(bin, t);
      }
      float threshold = (float) share * total;
      float sum = 0;
      int bin = 0;
      while (bin < magnitude.rows()) {
        sum += magnitude.get(bin, t);
        if (sum >= threshold) {
          break;
        }
        bin++;
      }
      out[t] = (float) hz(bin, magnitude, sampleRate);
    }
    return out;
  }

  /**
   * Geometric mean of the squared magnitudes over their arithmetic mean: 1 for white noise, near 0
   * for a tone. Powers below 1e-10 count as 1e-10.
   */
  public static float[] flatness(Matrix magnitude) {
    float[] out = new float[magnitude.columns()];
    for (int t = 0; t < out.length; t++) {
      double logs = 0;
      double sum = 0;
      for (int bin = 0; bin < magnitude.rows(); bin++) {
        float value = magnitude.get(bin, t);
        float power = Math.max(1e-10f, value * value);
        logs += Math.log(power);
        sum += power;
      }
      out[t] = (float) (Math.exp(logs / magnitude.rows()) / (sum / magnitude.rows()));
    }
    return out;
  }

  private static double hz(int bin, Matrix magnitude, int sampleRate) {
    return (double) bin * sampleRate / (2.0 * (magnitude.rows() - 1));
  }
}
