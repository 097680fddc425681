package dev.auricle.app.server;

import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The bundles of a folder, loaded, and loaded again when their files change. A file that is no good
 * leaves its predecessor in service. A bundle's id is its file's name without the ending.
 *
 * <p>Each bundle is loaded by a thread of its own, and not waited for without end: one that takes
 * long keeps neither the others nor the server's stopping waiting.
 */
final class BundleFolder implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(BundleFolder.class.getName());
  private static final String ENDING = ".auricle";
  private static final long LOOK_AGAIN_MILLIS = 1000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Loads a file under an id. */
  @FunctionalInterface
  interface Loader {
    /** The bundle, loaded. */
    ServedBundle load(String id, Path file);
  }

  /** What tells one state of a file from another. */
  private record Stamp(long bytes, long modifiedMillis, @Nullable Object key) {}

  /** A file that is being loaded in the state it had when that began. */
  private record Loading(Stamp stamp, CompletableFuture<ServedBundle> result) {
    /** Frees what comes of it. */
    void abandon() {
      CompletableFuture<Void> unused = result.thenAccept(ServedBundle::retire);
    }
  }

  private final Path folder;
  private final Duration patience;
  private final Loader loader;
  private final ExecutorService loads = Executors.newCachedThreadPool(BundleFolder::thread);
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(BundleFolder::thread);

  /** States that are in service or at fault; touched by one thread at a time. */
  private final Map<String, Stamp> seen = new HashMap<>();

  /** Those that take longer than they are waited for. */
  private final Map<String, Loading> late = new ConcurrentHashMap<>();

  private volatile Map<String, ServedBundle> served = Map.of();
  private volatile Map<String, String> faults = Map.of();
  private boolean closed;

  /**
   * Loads what the folder holds and goes on watching it.
   *
   * @throws AuricleException if it is no folder that can be read
   */
  BundleFolder(Path folder) {
    this(folder, PATIENCE, ServedBundle::load);
  }

  /**
   * As above.
   *
   * @param patience how long the others wait for a bundle that is being loaded
   */
  BundleFolder(Path folder, Duration patience, Loader loader) {
    this.folder = folder;
    this.patience = patience;
    this.loader = loader;
    if (!Files.isDirectory(folder)) {
      throw new AuricleException(
          folder + " is not a folder; expected one with bundles (*.auricle), as train writes them");
    }
    try {
      refresh();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ScheduledFuture<?> unused =
        watch.scheduleWithFixedDelay(
            this::refreshQuietly, LOOK_AGAIN_MILLIS, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "bundles");
    thread.setDaemon(true);
    return thread;
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
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.WARNING, "looking for bundles in " + folder + " failed", e);
    }
  }

  /** Loads what is new or changed and retires what is gone. */
  private void refresh() throws InterruptedException {
    Map<String, Path> files = list();
    retain(files.keySet());
    for (Map.Entry<String, Path> entry : files.entrySet()) {
      String id = entry.getKey();
      try {
        look(id, entry.getValue());
      } catch (IOException e) {
        // Looked at anew when it can be read again.
        seen.remove(id);
        fault(id, entry.getValue() + " cannot be read: " + e, null);
      }
    }
  }

  private void look(String id, Path file) throws IOException, InterruptedException {
    Stamp stamp = stamp(file);
    Loading before = late.get(id);
    if (stamp == null) {
      return;
    }
    if (before != null && before.stamp().equals(stamp)) {
      if (before.result().isDone()) {
        late.remove(id);
        take(id, before);
      }
    } else if (!stamp.equals(seen.get(id))) {
      if (before != null) {
        late.remove(id);
        before.abandon();
      }
      take(
          id,
          new Loading(stamp, CompletableFuture.supplyAsync(() -> loader.load(id, file), loads)));
    }
  }

  /** Puts a bundle in service when it is loaded, or says why not. */
  private void take(String id, Loading loading) throws InterruptedException {
    try {
      ServedBundle loaded = loading.result().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      serve(id, loaded);
      seen.put(id, loading.stamp());
    } catch (TimeoutException e) {
      late.put(id, loading);
      fault(id, "it is still being loaded after " + patience.toSeconds() + " s", null);
    } catch (ExecutionException e) {
      seen.put(id, loading.stamp());
      if (e.getCause() instanceof AuricleException known) {
        fault(id, String.valueOf(known.getMessage()), null);
      } else { // One bundle's trouble is not the others'.
        fault(id, "it cannot be loaded: " + e.getCause(), e.getCause());
      }
    } catch (InterruptedException e) {
      loading.abandon();
      throw e;
    }
  }

  private synchronized void serve(String id, ServedBundle bundle) {
    if (closed) {
      bundle.retire();
      return;
    }
    Map<String, ServedBundle> next = new TreeMap<>(served);
    ServedBundle before = next.put(id, bundle);
    served = Collections.unmodifiableMap(next);
    if (before != null) {
      before.retire();
    }
    Map<String, String> wrong = new TreeMap<>(faults);
    wrong.remove(id);
    faults = Collections.unmodifiableMap(wrong);
    LOG.info("bundle " + id + " in service");
  }

  private synchronized void fault(String id, String words, @Nullable Throwable cause) {
    Map<String, String> wrong = new TreeMap<>(faults);
    if (!words.equals(wrong.put(id, words))) {
      faults = Collections.unmodifiableMap(wrong);
      LOG.log(Level.WARNING, "bundle " + id + " not taken: " + words, cause);
    }
  }

  /** Retires the bundles whose files are gone. */
  private synchronized void retain(Set<String> ids) {
    Map<String, ServedBundle> next = new TreeMap<>(served);
    next.keySet().retainAll(ids);
    Map<String, ServedBundle> before = served;
    served = Collections.unmodifiableMap(next);
    Map<String, String> wrong = new TreeMap<>(faults);
    wrong.keySet().retainAll(ids);
    faults = Collections.unmodifiableMap(wrong);
    seen.keySet().retainAll(ids);
    before.forEach(
        (id, bundle) -> {
          if (!next.containsKey(id)) {
            bundle.retire();
          }
        });
    late.forEach(
        (id, loading) -> {
          if (!ids.contains(id) && late.remove(id, loading)) {
            loading.abandon();
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

  private static @Nullable Stamp stamp(Path file) throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.isRegularFile()
          ? new Stamp(
              attributes.size(), attributes.lastModifiedTime().toMillis(), attributes.fileKey())
          : null;
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  @Override
  public void close() {
    // Ends a pass that waits for a bundle.
    watch.shutdownNow();
    loads.shutdown();
    synchronized (this) {
      closed = true;
      served.values().forEach(ServedBundle::retire);
      served = Map.of();
    }
    late.values().forEach(Loading::abandon);
  }
}
