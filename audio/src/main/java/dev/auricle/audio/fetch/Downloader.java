package dev.auricle.audio.fetch;

import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Downloads files: goes on where an earlier run stopped, tries again with growing pauses, checks
 * length and checksum, and gives the file its name only when it is whole.
 *
 * <p>While it runs, {@code NAME.part} stands beside the target and is kept when it stops.
 *
 * <pre>{@code
 * RemoteFile file = new RemoteFile("a.zip", List.of(URI.create("https://…/a.zip")), -1, null);
 * new Downloader().fetch(file, Path.of("a.zip"), DownloadProgress.NONE);
 * }</pre>
 */
public final class Downloader {
  private final Patience patience;

  /** With the usual patience. */
  public Downloader() {
    this(Patience.USUAL);
  }

  public Downloader(Patience patience) {
    this.patience = patience;
  }

  /**
   * Brings a file; one that is there already and fits is left as it is.
   *
   * @return the target
   * @throws AuricleException if no address gives it, or what came is not what was published; names
   *     each address and the reason
   */
  public Path fetch(RemoteFile file, Path target, DownloadProgress progress) {
    if (Files.exists(target)) {
      file.check(target);
      return target;
    }
    Path absolute = target.toAbsolutePath();
    try {
      Files.createDirectories(absolute.getParent());
      try (PartFile part = PartFile.open(absolute)) {
        fill(part, file, progress);
        part.finish();
      }
    } catch (IOException e) {
      throw new AuricleException("cannot write " + target + ": " + e, e);
    }
    return target;
  }

  private void fill(PartFile part, RemoteFile file, DownloadProgress progress) throws IOException {
    List<String> reasons = new ArrayList<>();
    for (URI address : file.addresses()) {
      try {
        fill(new Transfer(part, file, address, patience.silence(), progress));
        return;
      } catch (Refusal e) {
        reasons.add("\n  " + address + ": " + e.getMessage());
      }
    }
    String kept =
        part.size() > 0 ? "\nwhat came so far is kept; the same command goes on from there" : "";
    throw new AuricleException(
        "cannot download " + file.name() + ":" + String.join("", reasons) + kept);
  }

  /** Tries until the file is whole and checked. */
  private void fill(Transfer transfer) throws IOException, Refusal {
    int failures = 0;
    while (true) {
      long before = transfer.size();
      Duration asked;
      String trouble;
      try {
        transfer.run();
        return;
      } catch (Trouble e) {
        if (e.unknownHost() && before == 0) {
          throw new Refusal(String.valueOf(e.getMessage()));
        }
        asked = e.pause();
        trouble = String.valueOf(e.getMessage());
      }
      failures = transfer.size() > before ? 1 : failures + 1;
      if (failures >= patience.attempts()) {
        throw new Refusal(trouble + " (tried " + failures + " times)");
      }
      Duration pause = patience.pauseAfter(failures, asked);
      transfer.progress().note(trouble + "; again in " + Trouble.said(pause));
      sleep(pause);
    }
  }

  private static void sleep(Duration pause) throws Refusal {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("interrupted");
    }
  }
}
