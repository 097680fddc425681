package dev.auricle.signal;

/** One frame after the other, for any length of transform. */
final class PlainFft implements PreciseFft {
  private final Frames frames;
  private final int lanes;
  private final RealFft fft;
  private final double[] frame;
  private final double[] re;
  private final double[] im;

  PlainFft(Frames frames, int lanes) {
    this.frames = frames;
    this.lanes = lanes;
    this.fft = new RealFft(FftPlan.of(frames.stft().length()));
    this.frame = new double[frames.stft().length()];
    this.re = new double[fft.bins()];
    this.im = new double[fft.bins()];
  }

  @Override
  public void power(int first, float[] power) {
    for (int lane = 0; lane < Math.min(lanes, frames.count() - first); lane++) {
      transform(first + lane);
      for (int bin = 0; bin < re.length; bin++) {
        power[bin * lanes + lane] = (float) (re[bin] * re[bin] + im[bin] * im[bin]);
      }
    }
  }

  @Override
  public void complex(int first, float[] outRe, float[] outIm) {
    for (int lane = 0; lane < Math.min(lanes, frames.count() - first); lane++) {
      transform(first + lane);
      for (int bin = 0; bin < re.length; bin++) {
        outRe[bin * lanes + lane] = (float) re[bin];
        outIm[bin * lanes + lane] = (float) im[bin];
      }
    }
  }

  private void transform(int t) {
    double[] window = frames.stft().weights();
    int start = frames.start(t);
    if (frames.inside(start, frame.length)) {
      float[] x = frames.samples();
      for (int n = 0; n < frame.length; n++) {
        frame[n] = x[start + n] * window[n];
      }
    } else {
      for (int n = 0; n < frame.length; n++) {
        frame[n] = frames.at(start + n) * window[n];
      }
    }
    fft.forward(frame, re, im);
  }
}
