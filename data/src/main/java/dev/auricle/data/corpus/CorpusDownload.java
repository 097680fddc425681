package dev.auricle.data.corpus;

import dev.auricle.audio.fetch.Archive;
import dev.auricle.audio.fetch.DownloadProgress;
import dev.auricle.audio.fetch.Downloader;
import dev.auricle.audio.fetch.Limits;
import dev.auricle.audio.fetch.RemoteFile;
import dev.auricle.audio.files.WholeFile;
import dev.auricle.data.Dataset;
import dev.auricle.data.Layouts;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings a corpus into a folder, which appears only when everything is there, unpacked and
 * recognised. Until then its archives lie in {@code FOLDER.download} beside it, where another run
 * goes on.
 */
public final class CorpusDownload {
  private final Downloader downloader;

  public CorpusDownload(Downloader downloader) {
    this.downloader = downloader;
  }

  /**
   * What came.
   *
   * @param dataset as it was recognised
   * @param warnings what of the archives was passed over, and whether another layout was recognised
   *     than expected
   */
  public record Result(Dataset dataset, List<String> warnings) {}

  /**
   * Brings it.
   *
   * @param from archives that were fetched by hand, by any name where the corpus has one, else by
   *     the publisher's names; those not given are downloaded
   * @param progress for each archive that is downloaded
   * @throws AuricleException if the folder is there already, or something cannot be had
   */
  public Result get(
      Corpus corpus,
      Path folder,
      List<Path> from,
      Function<RemoteFile, DownloadProgress> progress) {
    requireFree(folder);
    Path work = beside(folder, ".download");
    try {
      Files.createDirectories(work);
      List<Path> archives = archives(corpus, work, from, progress);
      List<Path> downloaded = archives.stream().filter(a -> !from.contains(a)).toList();
      List<String> warnings = unpack(corpus, archives, work);
      Path whole = only(work.resolve("unpacked"));
      Dataset seen = Layouts.open(whole);
      if (!seen.layout().equals(corpus.layout())) {
        warnings.add(
            "recognised as " + seen.layout() + ", not " + corpus.layout() + ": was it changed?");
      }
      Files.deleteIfExists(folder);
      WholeFile.move(whole, folder);
      tidy(downloaded, work);
      return new Result(Layouts.open(folder), List.copyOf(warnings));
    } catch (IOException e) {
      throw new AuricleException("cannot write " + folder + ": " + e, e);
    } finally {
      deleteIfEmpty(work);
    }
  }

  /** Refuses a folder that holds something. */
  public static void requireFree(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    String[] inside = folder.toFile().list();
    if (inside == null || inside.length > 0) {
      throw new AuricleException(
          folder + " is there already; name another folder with -o, or remove it first");
    }
  }

  private List<Path> archives(
      Corpus corpus, Path work, List<Path> from, Function<RemoteFile, DownloadProgress> progress) {
    List<Path> archives = new ArrayList<>();
    List<Path> unused = new ArrayList<>(from);
    for (Corpus.Part part : corpus.parts()) {
      RemoteFile file = part.file();
      Path given = given(corpus, file, unused);
      if (given != null) {
        file.check(given);
        unused.remove(given);
        archives.add(given);
      } else {
        archives.add(download(corpus, file, work.resolve(file.name()), progress));
      }
    }
    if (!unused.isEmpty()) {
      throw new AuricleException(
          unused.get(0)
              + " is none of "
              + String.join(", ", corpus.parts().stream().map(p -> p.file().name()).toList()));
    }
    return archives;
  }

  private Path download(
      Corpus corpus, RemoteFile file, Path to, Function<RemoteFile, DownloadProgress> progress) {
    try {
      return downloader.fetch(file, to, progress.apply(file));
    } catch (AuricleException e) {
      throw new AuricleException(
          e.getMessage()
              + "\nor fetch it from "
              + corpus.page()
              + " by hand and name it: auricle data get "
              + corpus.name()
              + " --from "
              + file.name(),
          e);
    }
  }

  private static @Nullable Path given(Corpus corpus, RemoteFile file, List<Path> from) {
    if (corpus.parts().size() == 1 && from.size() == 1) {
      return from.get(0);
    }
    return from.stream().filter(path -> path.endsWith(file.name())).findFirst().orElse(null);
  }

  private static List<String> unpack(Corpus corpus, List<Path> archives, Path work)
      throws IOException {
    Path unpacked = work.resolve("unpacked");
    delete(unpacked);
    List<String> warnings = new ArrayList<>();
    for (int i = 0; i < archives.size(); i++) {
      String name = corpus.parts().get(i).file().name();
      String part = name.substring(0, name.indexOf('.'));
      Path into = archives.size() == 1 ? unpacked : unpacked.resolve(part);
      Path archive = archives.get(i);
      warnings.addAll(Archive.unpack(archive, into, Limits.of(archive)).warnings());
    }
    return warnings;
  }

  /** The folder's only folder, where it holds nothing else; else itself. */
  private static Path only(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      List<Path> all = inside.toList();
      return all.size() == 1 && Files.isDirectory(all.get(0)) ? all.get(0) : folder;
    }
  }

  private static Path beside(Path folder, String suffix) {
    Path absolute = folder.toAbsolutePath().normalize();
    String name = Objects.requireNonNull(absolute.getFileName(), "a folder with a name").toString();
    return absolute.resolveSibling(name + suffix);
  }

  /** Removes what was put there, and nothing else. */
  private static void tidy(List<Path> downloaded, Path work) throws IOException {
    delete(work.resolve("unpacked"));
    for (Path archive : downloaded) {
      Files.delete(archive);
    }
  }

  private static void deleteIfEmpty(Path folder) {
    String[] left = folder.toFile().list();
    if (left != null && left.length == 0 && !folder.toFile().delete()) {
      throw new AuricleException("cannot remove the empty folder " + folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
