package dev.auricle.signal;

/**
 * A {@link ResamplingFilter}'s weights, laid out for {@link VectorPolyphase}: for each four
 * neighbouring phases, the weights that meet one input sample after the other. Where a phase's
 * filter does not reach, they are zero, which changes no sum.
 */
final class PhaseTiles {
  private static final int PHASES = ResamplingFilter.TOGETHER;

  /** Outputs after which input and phase stand alike again; at least four. */
  final int period;

  /** Input samples in a period. */
  final int advance;

  /** Groups of four phases in a period. */
  final int count;

  /** Input samples that a group's filters reach over. */
  final int span;

  /** Input samples that a period's filters reach over. */
  final int reach;

  /** First input sample of each group, from the period's first. */
  final int[] starts;

  /** {@code float[count][span][4]}. */
  final float[] weights;

  PhaseTiles(ResamplingFilter filter) {
    this.period = filter.period();
    this.advance = filter.distance(0, period);
    this.count = (period + PHASES - 1) / PHASES;
    this.starts = new int[count];
    int widest = 0;
    for (int tile = 0; tile < count; tile++) {
      starts[tile] = filter.distance(0, tile * PHASES);
      int last = Math.min(period, tile * PHASES + PHASES) - 1;
      widest = Math.max(widest, filter.distance(0, last) - starts[tile]);
    }
    this.span = widest + filter.taps;
    this.reach = starts[count - 1] + span;
    this.weights = new float[count * span * PHASES];
    for (int phase = 0; phase < period; phase++) {
      int tile = phase / PHASES;
      int shift = filter.distance(0, phase) - starts[tile];
      int from = filter.row(phase % filter.up) * filter.taps;
      for (int k = 0; k < filter.taps; k++) {
        weights[(tile * span + shift + k) * PHASES + phase % PHASES] = filter.weights[from + k];
      }
    }
  }
}
