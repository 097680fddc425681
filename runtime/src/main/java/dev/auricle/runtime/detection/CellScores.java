package dev.auricle.runtime.detection;

/** Probabilities of the cells of a grid. */
interface CellScores {
  Grid grid();

  /**
   * Probabilities of neighbouring cells, {@code float[cells][labels]}.
   *
   * @param sound from {@code place} in the stream on; a window that reaches beyond it is cut short,
   *     or moved back where windows lie apart: see {@link Grid#windowStart(long, long)}
   * @param firstCell the first of the cells
   * @param silent which of them are not scored; their rows are null
   */
  float[][] score(float[] sound, long place, long firstCell, boolean[] silent);
}
