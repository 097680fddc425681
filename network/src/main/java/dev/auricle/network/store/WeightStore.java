package dev.auricle.network.store;

import dev.auricle.audio.fetch.Archive;
import dev.auricle.audio.fetch.DownloadProgress;
import dev.auricle.audio.fetch.Downloader;
import dev.auricle.audio.fetch.Limits;
import dev.auricle.audio.fetch.Patience;
import dev.auricle.audio.files.WholeFile;
import dev.auricle.runtime.CacheFolder;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds published weights: in the folder that {@code AURICLE_WEIGHTS} names (system property {@code
 * auricle.weights}), then in the cache, then at their publisher's. A file whose checksum is not the
 * published one is refused wherever it lies.
 */
public final class WeightStore {
  /** Somebody waits for a label meanwhile: without a net they learn in seconds what to do. */
  private static final Patience PATIENCE =
      new Patience(4, Duration.ofSeconds(1), Duration.ofSeconds(8), Duration.ofSeconds(30));

  private final @Nullable Path folder;
  private final Path cache;
  private final Downloader downloader;

  /**
   * A store.
   *
   * @param folder looked in first; null for none
   * @param cache where downloads go
   */
  public WeightStore(@Nullable Path folder, Path cache, Downloader downloader) {
    this.folder = folder;
    this.cache = cache;
    this.downloader = downloader;
  }

  /**
   * The user's store.
   *
   * @throws AuricleException if {@code AURICLE_WEIGHTS} names no folder
   */
  public static WeightStore usual() {
    String named = System.getProperty("auricle.weights", System.getenv("AURICLE_WEIGHTS"));
    Path folder = named == null || named.isBlank() ? null : Path.of(named);
    if (folder != null && !Files.isDirectory(folder)) {
      throw new AuricleException("AURICLE_WEIGHTS names " + folder + ", which is no folder");
    }
    return new WeightStore(folder, CacheFolder.path().resolve("weights"), new Downloader(PATIENCE));
  }

  /**
   * Where a file lies on this machine; null where it has to be fetched.
   *
   * @throws AuricleException if a file of its name is another one
   */
  public @Nullable Path present(WeightFile weights) {
    List<Path> places = new ArrayList<>();
    if (folder != null) {
      places.add(folder.resolve(weights.file()));
    }
    places.add(cached(weights));
    for (Path place : places) {
      if (Files.isRegularFile(place)) {
        check(weights, place);
        return place;
      }
    }
    return null;
  }

  /**
   * The file, fetched into the cache if it is not on this machine.
   *
   * @throws AuricleException if it cannot be fetched, saying what to put where; or is another one
   */
  public Path get(WeightFile weights, DownloadProgress progress) {
    Path present = present(weights);
    if (present != null) {
      return present;
    }
    Path target = cached(weights);
    try {
      if (weights.inside() == null) {
        downloader.fetch(weights.published(), target, progress);
      } else {
        unpack(weights, target, progress);
      }
    } catch (AuricleException e) {
      throw new AuricleException(
          e.getMessage()
              + "\nto do without: fetch "
              + weights.address()
              + " elsewhere"
              + (weights.inside() == null ? "" : ", unpack " + weights.inside())
              + ", and put "
              + weights.file()
              + " into "
              + (folder == null ? cache + ", or a folder that AURICLE_WEIGHTS names" : folder),
          e);
    }
    return target;
  }

  private Path cached(WeightFile weights) {
    return cache.resolve(weights.file());
  }

  private static void check(WeightFile weights, Path file) {
    try {
      weights.published().check(file);
    } catch (AuricleException e) {
      throw new AuricleException(
          e.getMessage()
              + "; delete it to fetch it anew, or name it by --weights if it is meant to differ",
          e);
    }
  }

  private void unpack(WeightFile weights, Path target, DownloadProgress progress) {
    Path archive = cache.resolve(weights.archiveName());
    downloader.fetch(weights.archive(), archive, progress);
    Path unpacked = WholeFile.temporaryFor(cache.resolve(weights.name()));
    try {
      Archive.unpack(archive, unpacked, Limits.of(archive));
      Path file = unpacked.resolve(String.valueOf(weights.inside()));
      if (!Files.isRegularFile(file)) {
        throw new AuricleException(archive + " does not hold " + weights.inside());
      }
      check(weights, file);
      WholeFile.move(file, target);
    } catch (IOException e) {
      throw new AuricleException("cannot write " + target + ": " + e, e);
    } finally {
      delete(unpacked);
      delete(archive);
    }
  }

  private static void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(path)) {
      for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      // What is left over in the cache does no harm.
    }
  }
}
