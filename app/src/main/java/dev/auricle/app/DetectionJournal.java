package dev.auricle.app;

import dev.auricle.audio.fetch.Checksum;
import dev.auricle.runtime.DetectionOptions;
import dev.auricle.runtime.Event;
import dev.auricle.runtime.labels.SoundEvents;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run has found so far, on disk: a JSON object a line, one for each sound, written as soon
 * as the sound is done.
 *
 * <p>A line's key is a hash of the sound's path, size and time, the model's bytes and all settings.
 * Lines of other keys are kept and not used, so that whatever changes is done anew. A kill may cut
 * off the last line, which is then passed over; no two runs write to one journal at a time.
 */
final class DetectionJournal {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final String run;
  private final FileChannel channel;
  private final String streams = UUID.randomUUID() + " ";
  private final Map<String, SoundEvents> known = new HashMap<>();

  private DetectionJournal(Path file, String run, FileChannel channel) throws IOException {
    this.file = file;
    this.run = run;
    this.channel = channel;
    String text = Files.readString(file);
    text.lines().forEach(this::recall);
    channel.position(channel.size());
    if (!text.isEmpty() && !text.endsWith("\n")) {
      write("\n");
    }
  }

  static DetectionJournal open(
      Path file, Path bundle, DetectionOptions options, Set<String> labels) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new AuricleException(
            file + " is in use by another run; wait for it, or choose another -o");
      }
      String settings = options.describe() + "\n" + new TreeSet<>(labels);
      return new DetectionJournal(file, sha256(Files.readAllBytes(bundle), settings), channel);
    } catch (IOException e) {
      throw new AuricleException("the journal " + file + " cannot be opened: " + e, e);
    }
  }

  /** The lock ends with the process, however that ends. */
  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private void recall(String line) {
    try {
      Map<?, ?> map = JSON.readValue(line, Map.class);
      if (map.get("key") instanceof String key
          && map.get("file") instanceof String name
          && map.get("seconds") instanceof Number seconds
          && map.get("rate") instanceof Number rate
          && map.get("events") instanceof List<?> list) {
        List<Event> events = new ArrayList<>();
        for (Object each : list) {
          events.add(event((List<?>) each));
        }
        known.put(key, new SoundEvents(name, seconds.doubleValue(), rate.intValue(), events));
      }
    } catch (JacksonException | ClassCastException | IndexOutOfBoundsException e) {
      // Cut off by a kill: that sound is done again.
    }
  }

  private static Event event(List<?> values) {
    return new Event(
        ((Number) values.get(0)).doubleValue(),
        ((Number) values.get(1)).doubleValue(),
        (String) values.get(2),
        ((Number) values.get(3)).doubleValue());
  }

  /** What was found in a file; null if it is to be done, or has changed since. */
  synchronized @Nullable SoundEvents find(Path sound) {
    return known.get(key(sound));
  }

  synchronized void add(Path sound, SoundEvents events) {
    String key = key(sound);
    known.put(key, events);
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("key", key);
    line.put("file", events.file());
    line.put("seconds", events.seconds());
    line.put("rate", events.sampleRate());
    line.put(
        "events",
        events.events().stream()
            .map(e -> List.of(e.start(), e.end(), e.label(), e.score()))
            .toList());
    write(JSON.writeValueAsString(line) + "\n");
  }

  private void write(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw new AuricleException("the journal " + file + " cannot be written: " + e, e);
    }
  }

  private String key(Path sound) {
    try {
      if (Files.isRegularFile(sound)) {
        return sha256(
            run.getBytes(StandardCharsets.UTF_8),
            sound.toAbsolutePath()
                + "\n"
                + Files.size(sound)
                + "\n"
                + Files.getLastModifiedTime(sound).toMillis());
      }
    } catch (IOException e) {
      // Unreadable: what reads the sound says why.
    }
    // A stream has no size and time, and is not known again in a later run.
    return streams + sound;
  }

  private static String sha256(byte[] bytes, String text) {
    MessageDigest digest = Checksum.digest("SHA-256");
    digest.update(bytes);
    return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Ends the run; a journal that is not needed any more goes. */
  void close(boolean remove) {
    try {
      channel.close();
      if (remove) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new AuricleException("the journal " + file + " cannot be closed: " + e, e);
    }
  }
}
