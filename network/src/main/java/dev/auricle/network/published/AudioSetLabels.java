package dev.auricle.network.published;

import dev.auricle.network.checkpoint.Checkpoint;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Names of AudioSet's classes in the order of a network's scores: from its file where the file
 * carries them, else the 527 of {@code class_labels_indices.csv}. (Gemmeke et al., "Audio Set: An
 * ontology and human-labeled dataset for audio events", ICASSP 2017; CC BY 4.0, Google LLC.)
 */
final class AudioSetLabels {
  private static final String ALL = "audioset-527.txt";

  private AudioSetLabels() {}

  static List<String> of(PublishedNetwork network, Checkpoint checkpoint) {
    List<String> labels =
        checkpoint.texts().values().stream()
            .map(text -> text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList())
            .filter(lines -> lines.size() == network.labels())
            .findFirst()
            .orElseGet(AudioSetLabels::all);
    if (labels.size() != network.labels()) {
      throw new AuricleException(
          checkpoint.file()
              + " carries no list of the "
              + network.labels()
              + " labels that "
              + network.name()
              + " scores; fetch the file that its publisher offers for use with labels");
    }
    return labels;
  }

  /** All 527. */
  static List<String> all() {
    try (InputStream in = AudioSetLabels.class.getResourceAsStream(ALL)) {
      if (in == null) {
        throw new IllegalStateException(ALL + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
