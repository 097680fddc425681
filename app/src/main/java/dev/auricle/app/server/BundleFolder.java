package dev.auricle.app.server;

import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The bundles of a folder, loaded, and loaded again when their files change. A file that is no good
 * leaves its predecessor in service. A bundle's id is its file's name without the ending.
 */
final class BundleFolder implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(BundleFolder.class.getName());
  private static final String ENDING = ".auricle";
  private static final long LOOK_AGAIN_MILLIS = 1000;

  /** What tells one state of a file from another. */
  private record Stamp(long bytes, long modifiedMillis, @Nullable Object key) {}

  private final Path folder;
  private final Map<String, Stamp> seen = new LinkedHashMap<>();
  private final ScheduledExecutorService watch;
  private volatile Map<String, ServedBundle> served = Map.of();
  private volatile Map<String, String> faults = Map.of();

  /**
   * Loads what the folder holds and goes on watching it.
   *
   * @throws AuricleException if it is no folder that can be read
   */
  BundleFolder(Path folder) {
    this.folder = folder;
    if (!Files.isDirectory(folder)) {
      throw new AuricleException(
          folder + " is not a folder; expected one with bundles (*.auricle), as train writes them");
    }
    refresh();
    watch =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "bundles");
              thread.setDaemon(true);
              return thread;
            });
    ScheduledFuture<?> unused =
        watch.scheduleWithFixedDelay(
            this::refreshQuietly, LOOK_AGAIN_MILLIS, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** The bundles in service, by id, in the order of their ids. */
  List<ServedBundle> all() {
    return List.copyOf(served.values());
  }

  /** What is wrong with files that are not in service in their present state, by id. */
  Map<String, String> faults() {
    return faults;
  }

  /**
   * A use of a bundle.
   *
   * @param id which; null is allowed where there is just one
   * @throws Problem with status 404 if there is none of that id, 400 if it must be named
   */
  ServedBundle.Lease lease(@Nullable String id) {
    while (true) {
      Map<String, ServedBundle> now = served;
      ServedBundle.Lease lease = choose(now, id).lease();
      if (lease != null) {
        return lease;
      }
      // Replaced between the two lines above: the map has its successor.
    }
  }

  private ServedBundle choose(Map<String, ServedBundle> now, @Nullable String id) {
    if (now.isEmpty()) {
      throw Problem.unavailable("there is no bundle in the server's folder yet");
    }
    if (id == null) {
      if (now.size() > 1) {
        throw Problem.badRequest(
            "name a bundle with ?bundle=ID; there are " + String.join(", ", now.keySet()));
      }
      return now.values().iterator().next();
    }
    ServedBundle found = now.get(id);
    if (found == null) {
      throw Problem.notFound(
          "there is no bundle '" + id + "'; there are " + String.join(", ", now.keySet()));
    }
    return found;
  }

  private void refreshQuietly() {
    try {
      refresh();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.WARNING, "looking for bundles in " + folder + " failed", e);
    }
  }

  /** Loads what is new or changed and retires what is gone. */
  synchronized void refresh() {
    Map<String, Path> files = list();
    Map<String, ServedBundle> next = new TreeMap<>(served);
    Map<String, String> wrong = new TreeMap<>(faults);
    for (Map.Entry<String, Path> entry : files.entrySet()) {
      String id = entry.getKey();
      Stamp stamp = stamp(entry.getValue());
      if (stamp == null || stamp.equals(seen.get(id))) {
        continue;
      }
      seen.put(id, stamp);
      try {
        next.put(id, ServedBundle.load(id, entry.getValue()));
        wrong.remove(id);
        LOG.info("bundle " + id + " in service");
      } catch (AuricleException e) {
        wrong.put(id, String.valueOf(e.getMessage()));
        LOG.warning("bundle " + id + " not taken: " + e.getMessage());
      } catch (RuntimeException | Error e) { // One bundle's trouble is not the others'.
        wrong.put(id, "it cannot be loaded: " + e);
        LOG.log(Level.WARNING, "bundle " + id + " not taken", e);
      }
    }
    next.keySet().retainAll(files.keySet());
    wrong.keySet().retainAll(files.keySet());
    seen.keySet().retainAll(files.keySet());
    Map<String, ServedBundle> before = served;
    served = Collections.unmodifiableMap(next);
    faults = Map.copyOf(wrong);
    before.forEach(
        (id, bundle) -> {
          if (next.get(id) != bundle) {
            bundle.retire();
          }
        });
  }

  private Map<String, Path> list() {
    Map<String, Path> files = new TreeMap<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path file : stream) {
        String name = file.getFileName().toString();
        files.put(name.substring(0, name.length() - ENDING.length()), file);
      }
    } catch (IOException e) {
      throw new AuricleException("the folder " + folder + " cannot be read: " + e, e);
    }
    return files;
  }

  private static @Nullable Stamp stamp(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.isRegularFile()
          ? new Stamp(
              attributes.size(), attributes.lastModifiedTime().toMillis(), attributes.fileKey())
          : null;
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new AuricleException(file + " cannot be read: " + e, e);
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
    synchronized (this) {
      served.values().forEach(ServedBundle::retire);
      served = Map.of();
    }
  }
}
