package dev.auricle.signal;

/** How hertz become mel, and back. */
public enum MelScale {
  /** Slaney's Auditory Toolbox: linear below 1000 Hz, logarithmic above; librosa's default. */
  SLANEY {
    @Override
    public double toMel(double hz) {
      return hz < 1000 ? hz * 3 / 200 : 15 + Math.log(hz / 1000) / LOG_STEP;
    }

    @Override
    public double toHz(double mel) {
      return mel < 15 ? mel * 200 / 3 : 1000 * Math.exp(LOG_STEP * (mel - 15));
    }
  },
  /** The Hidden Markov Model Toolkit: {@code 2595 log10(1 + f / 700)}. */
  HTK {
    @Override
    public double toMel(double hz) {
      return 2595 * Math.log10(1 + hz / 700);
    }

    @Override
    public double toHz(double mel) {
      return 700 * (Math.pow(10, mel / 2595) - 1);
    }
  },
  /** Kaldi: {@code 1127 ln(1 + f / 700)}. */
  KALDI {
    @Override
    public double toMel(double hz) {
      return 1127 * Math.log1p(hz / 700);
    }

    @Override
    public double toHz(double mel) {
      return 700 * Math.expm1(mel / 1127);
    }
  };

  private static final double LOG_STEP = Math.log(6.4) / 27;

  public abstract double toMel(double hz);

  public abstract double toHz(double mel);
}
