package dev.auricle.learn.inspection;

import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.data.Protocol;
import dev.auricle.data.audit.Findings;
import java.util.Map;
import java.util.TreeMap;

/**
 * A look over a dataset.
 *
 * @param dataset what was looked at
 * @param protocol that says what both sides of a split are
 * @param findings the audit's facts of each file, and leaks
 * @param shortcuts what can be told without listening
 */
public record Inspection(
    Dataset dataset, Protocol protocol, Findings findings, Shortcuts shortcuts) {

  /** Probes what an audit measured for shortcuts. */
  public static Inspection of(Dataset dataset, Protocol protocol, Findings findings) {
    return new Inspection(
        dataset, protocol, findings, ShortcutProbe.run(dataset, protocol, findings.facts()));
  }

  /** Clips of each label, in the labels' order. */
  public Map<String, Integer> clipsPerLabel() {
    Map<String, Integer> clips = new TreeMap<>();
    for (Example example : dataset.examples()) {
      example.labels().forEach(label -> clips.merge(label, 1, Integer::sum));
    }
    return clips;
  }

  /** Distinct groups. */
  public long groups() {
    return dataset.examples().stream().map(Example::group).distinct().count();
  }
}
