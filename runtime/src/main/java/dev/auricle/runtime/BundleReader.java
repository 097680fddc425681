package dev.auricle.runtime;

import static dev.auricle.runtime.BundleWriter.FORMAT;
import static dev.auricle.runtime.BundleWriter.MAIN;
import static dev.auricle.runtime.BundleWriter.MODEL;
import static dev.auricle.runtime.BundleWriter.SELF_TEST;

import dev.auricle.signal.AuricleException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a bundle's bytes, as {@link BundleWriter} makes them, and says what is wrong with those
 * that differ.
 */
final class BundleReader {
  private static final List<String> ENTRIES = List.of(MAIN, MODEL, SELF_TEST);
  // Weights hardly shrink in a ZIP, text does by ten times.
  private static final long MOST_SWELLING = 20;
  private static final long LEAST_ROOM = 1 << 24;

  /** A bundle with what it must reproduce. */
  record Contents(Bundle bundle, SelfTest selfTest) {
    Contents {
      int found = selfTest.expected().size();
      if (found != bundle.labels().size()) {
        throw new IllegalArgumentException(
            "the self-test expects "
                + found
                + " probabilities, but the bundle names "
                + bundle.labels().size()
                + " labels");
      }
    }
  }

  private BundleReader() {}

  /**
   * @param name of the file, for messages
   */
  static Contents decode(byte[] bytes, String name) {
    if (!startsLikeZip(bytes)) {
      throw new AuricleException(
          name
              + " is no bundle: it does not start like one ("
              + bytes.length
              + " bytes); expected a file written by auricle train");
    }
    Seal.State seal = Seal.check(bytes);
    if (seal == Seal.State.CUT_OFF) {
      throw new AuricleException(
          name
              + " is truncated: it ends after "
              + bytes.length
              + " bytes without a ZIP's closing record; copy it again");
    }
    Map<String, byte[]> entries = unzip(bytes);
    if (seal == Seal.State.BROKEN) {
      throw damaged(name, entries);
    }
    byte[] main = entries.get(MAIN);
    if (main == null) {
      throw new AuricleException(
          name + " is a ZIP but no bundle: it holds no " + MAIN + "; expected a *.auricle file");
    }
    Map<String, Object> json = parse(main, name);
    int format = json.get("format") instanceof Integer number ? number : 0;
    if (format > FORMAT) {
      throw new AuricleException(
          name + " is format " + format + "; this Auricle reads up to " + FORMAT + "; update it");
    }
    if (seal == Seal.State.ABSENT || format < 1 || wrongEntry(json, entries) != null) {
      throw damaged(name, entries);
    }
    return contents(json, entries, name);
  }

  private static boolean startsLikeZip(byte[] bytes) {
    return bytes.length >= 4
        && bytes[0] == 'P'
        && bytes[1] == 'K'
        && bytes[2] == 3
        && bytes[3] == 4;
  }

  /**
   * The entries of a bundle, as far as they can be read; stops quietly at the first that cannot.
   * One that swells beyond what any written bundle does is left out, and what else is in there is
   * not unpacked.
   */
  private static Map<String, byte[]> unzip(byte[] bytes) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    long room = LEAST_ROOM + MOST_SWELLING * bytes.length;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (ENTRIES.contains(entry.getName())) {
          byte[] contents = zip.readNBytes((int) Math.min(room + 1, Integer.MAX_VALUE - 8));
          if (contents.length <= room) {
            room -= contents.length;
            entries.put(entry.getName(), contents);
          }
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      // Which entry is missing says where the damage lies.
    }
    return entries;
  }

  private static AuricleException damaged(String name, Map<String, byte[]> entries) {
    String wrong = MAIN;
    try {
      byte[] main = entries.get(MAIN);
      wrong = main == null ? MAIN : wrongEntry(Json.readObject(main), entries);
    } catch (IllegalArgumentException e) {
      // bundle.json itself is what was damaged.
    }
    String where = wrong == null ? "its contents are" : "entry " + wrong + " is";
    return new AuricleException(
        name
            + " is damaged: "
            + where
            + " not what was written (SHA-256 differs); copy it again, or train it anew");
  }

  /** An entry whose SHA-256 is not the one stated; null if all are right. */
  private static @Nullable String wrongEntry(
      Map<String, Object> json, Map<String, byte[]> entries) {
    if (!(json.get("sha256") instanceof Map<?, ?> sums)) {
      return MAIN;
    }
    for (String entry : List.of(MODEL, SELF_TEST)) {
      byte[] bytes = entries.get(entry);
      if (bytes == null || !Seal.sha256(bytes, bytes.length).equals(sums.get(entry))) {
        return entry;
      }
    }
    return null;
  }

  private static Map<String, Object> parse(byte[] json, String name) {
    try {
      return Json.readObject(json);
    } catch (IllegalArgumentException e) {
      throw new AuricleException(name + ": " + MAIN + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Contents contents(
      Map<String, Object> json, Map<String, byte[]> entries, String name) {
    try {
      Bundle bundle =
          new Bundle(
                  Json.get(json, "name", String.class),
                  Preparation.of(Json.object(json, "preparation")),
                  FrontEnds.of(Json.object(json, "frontEnd")),
                  Json.list(json, "labels", String.class),
                  Json.get(json, "multiLabel", Boolean.class),
                  thresholds(json),
                  entry(entries, MODEL),
                  Json.object(json, "evaluation"),
                  Json.object(json, "provenance"))
              .withLongestSeconds(
                  json.containsKey("longestSeconds")
                      ? Json.get(json, "longestSeconds", Number.class).doubleValue()
                      : 0);
      if (json.get("detection") != null) {
        bundle =
            bundle.withDetection(
                DetectionOptions.usual(bundle).with(Json.object(json, "detection")));
      }
      return new Contents(bundle, SelfTest.of(Json.readObject(entry(entries, SELF_TEST))));
    } catch (IllegalArgumentException | AuricleException e) {
      throw new AuricleException(
          name + " does not hold what format " + FORMAT + " requires: " + e.getMessage(), e);
    }
  }

  /** Absent where none were fitted, as in every bundle older than they are. */
  private static List<Double> thresholds(Map<String, Object> json) {
    return json.containsKey("thresholds")
        ? Json.list(json, "thresholds", Number.class).stream().map(Number::doubleValue).toList()
        : List.of();
  }

  private static byte[] entry(Map<String, byte[]> entries, String name) {
    byte[] bytes = entries.get(name);
    if (bytes == null) {
      throw new IllegalArgumentException("entry " + name + " is missing");
    }
    return bytes;
  }
}
