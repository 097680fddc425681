package dev.auricle.learn.cache;

import dev.auricle.audio.AudioReader;
import dev.auricle.network.Network;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.global.avcodec;

/**
 * Names code by the bytes of its classes: what another version computed, or a developer's build of
 * an hour ago, is never taken for this one's.
 */
public final class CodeVersion {
  /** Raised when what this module keeps changes its form. */
  private static final int FORMAT = 1;

  private static final String FEATURES =
      compute(AuricleException.class, AudioReader.class, FrontEnd.class);
  private static final String TRAINING = FEATURES + compute(Network.class, CodeVersion.class);

  private CodeVersion() {}

  /** Of what turns a file into features. */
  public static String ofFeatures() {
    return FEATURES;
  }

  /** Of what trains and scores as well. */
  public static String ofTraining() {
    return TRAINING;
  }

  private static String compute(Class<?>... types) {
    MessageDigest digest = ContentKey.sha256();
    for (Class<?> type : types) {
      classes(place(type)).forEach(file -> digest.update(bytes(file)));
    }
    Path decoder = place(avcodec.class).getFileName();
    return FORMAT + " " + HexFormat.of().formatHex(digest.digest()) + " " + decoder;
  }

  private static Path place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(source + " is no place", e);
    }
  }

  /** A jar, or the classes of a folder in a fixed order. */
  private static List<Path> classes(Path place) {
    if (Files.isRegularFile(place)) {
      return List.of(place);
    }
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
