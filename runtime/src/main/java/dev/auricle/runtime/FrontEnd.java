package dev.auricle.runtime;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Turns prepared samples into the tensor a model reads. Immutable, thread-safe, and the same code
 * in training and inference.
 *
 * <p>Each kind is a record whose components are all of its options, so that a bundle spells out
 * every number; {@link FrontEnds} holds the named presets and the JSON form.
 */
public interface FrontEnd {
  /** The preset's name, such as {@code logmel-64}. */
  String name();

  /** Rate that {@link #compute} expects, in Hz. */
  int sampleRate();

  /** Shape of the features of a clip of {@code samples} samples. */
  int[] shape(int samples);

  /** Numbers in the features of so many samples. */
  default long size(int samples) {
    return IntStream.of(shape(samples)).asLongStream().reduce(1, (x, y) -> x * y);
  }

  /**
   * Computes the features of one clip.
   *
   * @param samples mono, at {@link #sampleRate()}; at least one
   */
  Features compute(float[] samples);

  /** Every option with its value, in the order to show them: what its features depend on. */
  Map<String, Object> options();

  /** Names of the columns where the features are one vector ({@code mfcc_1_mean}); else empty. */
  default List<String> columns() {
    return List.of();
  }
}
