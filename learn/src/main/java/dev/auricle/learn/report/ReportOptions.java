package dev.auricle.learn.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes into a report.
 *
 * @param title the heading
 * @param clips whether sounds and their spectrograms go into the file; without them it may be
 *     passed on where the recordings may not
 * @param maximumBytes what the file may weigh: clips go in, the telling ones first, until it is
 *     reached
 * @param source where the sounds come from
 * @param threads to read and encode sounds with
 * @param provenance what else to say of where the scores come from (data fingerprint, versions,
 *     threads), in this order
 * @param tuning a search to tell of; null if there was none
 */
public record ReportOptions(
    String title,
    boolean clips,
    long maximumBytes,
    ClipSource source,
    int threads,
    Map<String, String> provenance,
    @Nullable TuningPart tuning) {
  /** Fits into a mail. */
  public static final long DEFAULT_MAXIMUM_BYTES = 5_000_000;

  public ReportOptions {
    if (maximumBytes <= 0) {
      throw new IllegalArgumentException("maximumBytes must be positive, found " + maximumBytes);
    }
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }

  /** With clips from their files, at most 5 MB. */
  public static ReportOptions titled(String title) {
    return new ReportOptions(
        title, true, DEFAULT_MAXIMUM_BYTES, ClipSource.FILES, 1, Map.of(), null);
  }

  public ReportOptions withoutClips() {
    return new ReportOptions(title, false, maximumBytes, source, threads, provenance, tuning);
  }

  public ReportOptions withMaximumBytes(long bytes) {
    return new ReportOptions(title, clips, bytes, source, threads, provenance, tuning);
  }

  public ReportOptions withSource(ClipSource from) {
    return new ReportOptions(title, clips, maximumBytes, from, threads, provenance, tuning);
  }

  public ReportOptions withProvenance(Map<String, String> lines) {
    return new ReportOptions(title, clips, maximumBytes, source, threads, lines, tuning);
  }

  public ReportOptions withThreads(int count) {
    return new ReportOptions(title, clips, maximumBytes, source, count, provenance, tuning);
  }

  public ReportOptions withTuning(@Nullable TuningPart search) {
    return new ReportOptions(title, clips, maximumBytes, source, threads, provenance, search);
  }
}
