package dev.auricle.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A classifier as one file ({@code *.auricle}): how to prepare a clip, the front-end, the graph,
 * the labels, how it was judged, where it came from, and a self-test.
 *
 * @param name shown to people, by default the recipe's name
 * @param preparation what happens to samples first
 * @param frontEnd what the graph reads
 * @param labels in the order of the graph's output
 * @param multiLabel true where labels are independent (sigmoid), false where one excludes the
 *     others
 * @param graph the ONNX model
 * @param evaluation protocol and scores, as JSON values
 * @param provenance recipe, data fingerprint, SHA-256 of each training clip's samples, seed,
 *     threads, versions, date, as JSON values
 */
public record Bundle(
    String name,
    Preparation preparation,
    FrontEnd frontEnd,
    List<String> labels,
    boolean multiLabel,
    byte[] graph,
    Map<String, Object> evaluation,
    Map<String, Object> provenance) {

  /**
   * Writes the bundle with a self-test made by running it once; to a temporary file first, then
   * moved.
   */
  public void write(Path file) {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads a bundle and replays its self-test.
   *
   * @throws dev.auricle.signal.AuricleException if the file is missing, is no bundle, was damaged
   *     (an entry's SHA-256 differs), is of a newer format, or does not reproduce its self-test
   */
  public static Bundle read(Path file) {
    throw new UnsupportedOperationException();
  }
}
