package dev.auricle.audio.fetch;

/** Told how a download gets on. */
public interface DownloadProgress {
  /** Listens to nothing. */
  DownloadProgress NONE = (done, total) -> {};

  /**
   * Bytes so far, those of an earlier run included, and in all.
   *
   * @param total -1 where the server does not say
   */
  void at(long done, long total);

  /** Something worth a line, such as a pause before the next attempt. */
  default void note(String line) {}
}
