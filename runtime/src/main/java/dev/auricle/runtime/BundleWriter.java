package dev.auricle.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes a bundle's bytes, format 1: a ZIP of {@code bundle.json}, {@code model.onnx} and {@code
 * selftest.json}, sealed by {@link Seal}. {@code docs/bundle-format.md} describes it.
 */
final class BundleWriter {
  /** The format that is written, and the newest that is read. */
  static final int FORMAT = 1;

  static final String MAIN = "bundle.json";
  static final String MODEL = "model.onnx";
  static final String SELF_TEST = "selftest.json";

  /** ZIP's time has no zone and starts in 1980; a fixed one makes equal contents equal bytes. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private BundleWriter() {}

  static byte[] encode(Bundle bundle, SelfTest selfTest) {
    return encode(bundle, Json.write(selfTest.describe()));
  }

  /** The same with a self-test that is written already. */
  static byte[] encode(Bundle bundle, byte[] test) {
    Map<String, Object> sums = new LinkedHashMap<>();
    sums.put(MODEL, Seal.sha256(bundle.graph(), bundle.graph().length));
    sums.put(SELF_TEST, Seal.sha256(test, test.length));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", FORMAT);
    json.put("name", bundle.name());
    json.put("preparation", bundle.preparation().describe());
    json.put("frontEnd", FrontEnds.describe(bundle.frontEnd()));
    json.put("labels", bundle.labels());
    json.put("multiLabel", bundle.multiLabel());
    if (!bundle.thresholds().isEmpty()) {
      json.put("thresholds", bundle.thresholds());
    }
    DetectionOptions detection = bundle.detection();
    if (detection != null) {
      json.put("detection", detection.describe());
    }
    if (bundle.longestSeconds() > 0) {
      json.put("longestSeconds", bundle.longestSeconds());
    }
    json.put("evaluation", bundle.evaluation());
    json.put("provenance", bundle.provenance());
    json.put("sha256", sums);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(MAIN, Json.write(json));
    entries.put(MODEL, bundle.graph());
    entries.put(SELF_TEST, test);
    return Seal.close(zip(entries));
  }

  private static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setComment(Seal.PLACE);
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(each.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return out.toByteArray();
  }
}
