package dev.auricle.data.audit;

import dev.auricle.data.Example;
import dev.auricle.signal.AuricleException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left of an example once its samples are in the store.
 *
 * @param facts null where it could not be read
 * @param hash of its samples; null where it could not be read
 * @param error null where it could
 * @param damages what was wrong where it could be read all the same
 */
record Scanned(
    @Nullable FileFacts facts,
    @Nullable String hash,
    Fingerprint print,
    @Nullable String error,
    List<String> damages) {
  static Scanned of(Example example, int index, SampleStore store, int mostAnchors) {
    try {
      ClipScan scan = ClipScan.of(example);
      store.put(index, scan.samples());
      Fingerprint print =
          scan.facts().empty() ? Fingerprint.NONE : Fingerprinter.of(scan.samples(), mostAnchors);
      return new Scanned(scan.facts(), scan.samplesHash(), print, null, scan.damages());
    } catch (AuricleException e) {
      return new Scanned(null, null, Fingerprint.NONE, String.valueOf(e.getMessage()), List.of());
    }
  }
}
