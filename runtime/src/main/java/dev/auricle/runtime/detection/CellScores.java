package dev.auricle.runtime.detection;

/** Probabilities of the cells of a grid. */
interface CellScores {
  Grid grid();

  /**
   * Probabilities of neighbouring cells, {@code float[cells][labels]}.
   *
   * @param sound from {@code place} in the stream on; windows that reach beyond it are cut short
   * @param firstCell the first of the cells
   * @param silent which of them are not scored; their rows are null
   */
  float[][] score(float[] sound, long place, long firstCell, boolean[] silent);
}
