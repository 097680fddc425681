package dev.auricle.audio.fetch;

import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The folder that an archive is unpacked into: the one place where its names become paths. */
final class Destination {
  private static final int CHUNK = 1 << 16;

  private final Path archive;
  private final Path folder;
  private final Limits limits;
  private final List<String> warnings = new ArrayList<>();
  private long entries;
  private long files;
  private long bytes;

  Destination(Path archive, Path folder, Limits limits) {
    this.archive = archive;
    this.folder = folder.toAbsolutePath().normalize();
    this.limits = limits;
  }

  Path archive() {
    return archive;
  }

  Archive.Unpacked unpacked() {
    return new Archive.Unpacked(files, bytes, List.copyOf(warnings));
  }

  void folder(String name) throws IOException {
    count(name);
    Files.createDirectories(inside(name));
  }

  /** Writes what the stream holds, to its end. */
  void file(String name, InputStream in) throws IOException {
    count(name);
    Path file = inside(name);
    if (file.equals(folder)) {
      throw refused(name, "which names no file");
    }
    Files.createDirectories(file.getParent());
    try (OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      byte[] chunk = new byte[CHUNK];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        bytes += n;
        if (bytes > limits.bytes()) {
          throw refused(name, "with which it grows beyond " + limits.bytes() + " bytes");
        }
        out.write(chunk, 0, n);
      }
    } catch (FileAlreadyExistsException e) {
      throw refused(name, "twice");
    }
    files++;
  }

  /** A link is never made; one that leads out is the mark of a hostile archive. */
  void link(String name, String target, boolean symbolic) {
    count(name);
    String from = symbolic ? name.replaceAll("[^/]+/?$", "") : "";
    if (target.startsWith("/") || !within(from + target)) {
      throw refused(name, "a link to " + target + ", which leads out of the folder");
    }
    inside(name);
    skip(name, "a link to " + target);
  }

  void skip(String name, String what) {
    warnings.add(name + " was passed over: " + what);
  }

  private void count(String name) {
    if (++entries > limits.entries()) {
      throw refused(name, "with which it has more than " + limits.entries() + " entries");
    }
  }

  private boolean within(String name) {
    return folder.resolve(name).normalize().startsWith(folder);
  }

  private Path inside(String name) {
    String slashed = name.replace('\\', '/'); // some programs for Windows write them so
    boolean absolute = slashed.startsWith("/") || slashed.matches("[A-Za-z]:.*");
    if (absolute || List.of(slashed.split("/")).contains("..")) {
      throw refused(name, "which leads out of the folder");
    }
    try {
      Path path = folder.resolve(slashed).normalize();
      if (path.startsWith(folder)) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw refused(name, "which is no name here (" + e.getReason() + ")");
    }
    throw refused(name, "which leads out of the folder");
  }

  private AuricleException refused(String name, String why) {
    return new AuricleException(archive + " is not unpacked: it holds " + name + ", " + why);
  }
}
