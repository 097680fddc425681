package dev.auricle.signal;

/**
 * Tonal centroids, as {@code librosa.feature.tonnetz}: a chromagram projected onto circles of
 * fifths, minor thirds and major thirds (Harte, Sandler and Gasser, "Detecting harmonic change in
 * musical audio", 2006). Agrees with librosa 0.11 within 1e-4 of the largest value.
 */
public final class Tonnetz {
  private static final double[] SCALE = {7.0 / 6, 7.0 / 6, 3.0 / 2, 3.0 / 2, 2.0 / 3, 2.0 / 3};
  private static final double[] RADIUS = {1, 1, 1, 1, 0.5, 0.5};

  private Tonnetz() {}

  /**
   * The centroids of a chromagram.
   *
   * @param chroma classes x frames
   * @return 6 x frames: sine and cosine on the circles of fifths, minor and major thirds
   */
  public static Matrix compute(Matrix chroma) {
    int frames = chroma.columns();
    Matrix out = Matrix.zeros(6, frames);
    float[] basis = basis(chroma.rows());
    for (int t = 0; t < frames; t++) {
      double sum = 0;
      for (int pc = 0; pc < chroma.rows(); pc++) {
        sum += Math.abs(chroma.get(pc, t));
      }
      double scale = sum < Float.MIN_NORMAL ? 1 : 1 / sum;
      for (int axis = 0; axis < 6; axis++) {
        double at = 0;
        for (int pc = 0; pc < chroma.rows(); pc++) {
          at += basis[axis * chroma.rows() + pc] * scale * chroma.get(pc, t);
        }
        out.values()[axis * frames + t] = (float) at;
      }
    }
    return out;
  }

  /** {@code float[6 * classes]}, a row an axis. */
  static float[] basis(int classes) {
    float[] basis = new float[6 * classes];
    for (int axis = 0; axis < 6; axis++) {
      for (int pc = 0; pc < classes; pc++) {
        double turn = SCALE[axis] * 12 * pc / classes - (axis % 2 == 0 ? 0.5 : 0);
        basis[axis * classes + pc] = (float) (RADIUS[axis] * Math.cos(Math.PI * turn));
      }
    }
    return basis;
  }
}
