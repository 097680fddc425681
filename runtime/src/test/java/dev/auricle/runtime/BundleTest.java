package dev.auricle.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.signal.AuricleException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Story: a bundle is written, read back, and whatever can be wrong with the file is said. */
class BundleTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBack() {
    Bundle bundle = TinyBundle.logMel();
    Path file = folder.resolve("new/tiny.auricle");
    bundle.write(file);
    Bundle read = Bundle.read(file);
    assertThat(read.name()).isEqualTo("tiny");
    assertThat(read.preparation()).isEqualTo(bundle.preparation());
    assertThat(read.frontEnd()).isEqualTo(bundle.frontEnd());
    assertThat(read.labels()).isEqualTo(bundle.labels());
    assertThat(read.graph()).isEqualTo(bundle.graph());
    assertThat(read.evaluation()).isEqualTo(bundle.evaluation());
    assertThat(read.provenance()).isEqualTo(bundle.provenance());
  }

  @Test
  void theSameContentsGiveTheSameBytesAndNothingElseIsLeft() throws IOException {
    Path one = folder.resolve("one.auricle");
    Path two = folder.resolve("two.auricle");
    TinyBundle.logMel().write(one);
    TinyBundle.logMel().write(two);
    TinyBundle.logMel().write(two);
    assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(two));
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(one, two);
    }
  }

  @Test
  void theSelfTestSaysHowFarItMayDiffer() {
    assertThat(selfTest(TinyBundle.logMel()).tolerance()).isEqualTo(1e-3);
    assertThat(selfTest(stump()).tolerance()).isEqualTo(0.02);
    assertThat(selfTest(TinyBundle.logMel()).expected()).hasSize(3);
  }

  @Test
  void aMissingFileAFolderAndAnEmptyFileAreNamed() throws IOException {
    refused(() -> Bundle.read(folder.resolve("none.auricle")), "none.auricle does not exist");
    refused(() -> Bundle.read(folder), "is a folder");
    refused(() -> Bundle.read(Files.createFile(folder.resolve("empty"))), "no bundle", "0 bytes");
  }

  @Test
  void anotherKindOfFileIsNoBundle() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.auricle"), "just some notes");
    refused(() -> Bundle.read(text), "notes.auricle is no bundle", "auricle train");
    Path zip = folder.resolve("other.zip");
    Files.write(zip, zip("", Map.of("readme.txt", "hello")));
    refused(() -> Bundle.read(zip), "is a ZIP but no bundle", "bundle.json");
  }

  @Test
  void aTruncatedFileIsRefusedWhereverItEnds() {
    byte[] bytes = bytes();
    for (int length = 4; length < bytes.length; length += 7) {
      byte[] cut = Arrays.copyOf(bytes, length);
      refused(() -> BundleReader.decode(cut, "cut.auricle"), "cut.auricle is truncated");
    }
  }

  @Test
  void aFlippedByteIsFoundWhereverItLies() {
    byte[] bytes = bytes();
    for (int i = 0; i < bytes.length; i++) {
      byte[] flipped = bytes.clone();
      flipped[i] ^= 0x20;
      refused(() -> BundleReader.decode(flipped, "bad.auricle"), "bad.auricle is");
    }
  }

  @Test
  void aDamagedEntryIsNamed() {
    byte[] bytes = bytes();
    int model = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("model.onnx");
    byte[] flipped = bytes.clone();
    flipped[model + 40] ^= 1;
    refused(() -> BundleReader.decode(flipped, "bad.auricle"), "damaged: entry model.onnx");
  }

  @Test
  void aNewerFormatIsRefusedByName() throws IOException {
    byte[] newer = zip("", Map.of("bundle.json", "{\"format\": 2}"));
    refused(
        () -> BundleReader.decode(newer, "new.auricle"),
        "new.auricle is format 2; this Auricle reads up to 1; update it");
    byte[] sealed = Seal.close(zip(Seal.PLACE, Map.of("bundle.json", "{\"format\": 12}")));
    refused(() -> BundleReader.decode(sealed, "new.auricle"), "format 12", "update");
  }

  /** Forty megabytes of nothing in forty kilobytes, with the right checksum. */
  @Test
  void whatSwellsWithoutEndIsNotUnpacked() throws IOException {
    String nothing = "\0".repeat(40_000_000);
    String sum = Seal.sha256(nothing.getBytes(StandardCharsets.US_ASCII), nothing.length());
    String main = "{\"format\": 1, \"sha256\": {\"model.onnx\": \"" + sum + "\"}}";
    byte[] bomb = Seal.close(zip(Seal.PLACE, Map.of("bundle.json", main, "model.onnx", nothing)));
    refused(() -> BundleReader.decode(bomb, "bomb.auricle"), "damaged: entry model.onnx");
  }

  @Test
  void aModelThatSaysSomethingElseHereIsRefused() throws IOException {
    Bundle bundle = TinyBundle.logMel();
    Bundle other = TinyBundle.of(bundle.preparation(), bundle.frontEnd(), 0.2f);
    Path file = folder.resolve("other.auricle");
    Files.write(file, BundleWriter.encode(bundle, selfTest(other)));
    refused(() -> Bundle.read(file), "does not reproduce its self-test", "label", "expected");
  }

  /** The bundle is whole and its checksums are right, but no Auricle made its self-test. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tolerance|2|tolerance is 2.0, expected more than 0 and at most 0.05",
        "tolerance|0|tolerance is 0.0",
        "tolerance|-0.001|tolerance is -0.001",
        "expected|[]|expects 0 probabilities, but the bundle names 3 labels",
        "expected|[0.5, 0.5]|expects 2 probabilities, but the bundle names 3 labels",
        "expected|[0.1, 0.2, 0.3, 0.4]|expects 4 probabilities",
        "expected|[0.5, null, 0.5]|key expected is null, expected a Number",
        "samples|2000000000|samples is 2000000000, expected 1 to 1440000",
        "samples|-5|samples is -5",
        "samples|0|samples is 0",
        "samples|4294967297|samples is 4294967297, expected a whole number",
        "samples|1000.5|samples is 1000.5, expected a whole number",
        "sampleRate|0|sampleRate is 0, expected 1000 to 384000",
        "sampleRate|-48000|sampleRate is -48000",
        "sampleRate|2147483647|sampleRate is 2147483647",
        "kind|\"chirp\"|unknown test signal chirp",
      })
  void aSelfTestThatNobodyMadeIsRefused(String key, String value, String message)
      throws IOException {
    Bundle bundle = TinyBundle.logMel();
    Map<String, Object> json = new LinkedHashMap<>(selfTest(bundle).describe());
    Map<String, Object> signal = new LinkedHashMap<>(Json.object(json, "signal"));
    json.put("signal", signal);
    (json.containsKey(key) ? json : signal)
        .put(key, Json.read(value.getBytes(StandardCharsets.UTF_8)));
    Path file = folder.resolve("odd.auricle");
    Files.write(file, BundleWriter.encode(bundle, Json.write(json)));
    refused(() -> Classifier.load(file), "odd.auricle does not hold what format 1", message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"loud\"|\"\\u001b[31m\"|label 3 of 3, '?[31m', holds a control character",
        "\"loud\"|\"a\\u0085b\"|holds a control character",
        "\"loud\"|\"\"|label 3 of 3, '', is blank",
        "\"loud\"|\" \"|is blank",
        "\"loud\"|\"quiet\"|label 3 of 3, 'quiet', stands there twice",
        "\"multiLabel\"|\"thresholds\": [0.5, 2, 0.5], \"multiLabel\"|from 0 to 1, found 2.0",
        "\"multiLabel\"|\"thresholds\": [0.5, -1e9, 0.5], \"multiLabel\"|from 0 to 1",
        "\"multiLabel\"|\"thresholds\": [0.5, null, 0.5], \"multiLabel\"|thresholds",
      })
  void labelsThatCannotBeShownAndThresholdsThatAreNoneAreRefused(
      String found, String instead, String message) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes()));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setComment(Seal.PLACE);
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] contents = in.readAllBytes();
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(
            entry.getName().equals("bundle.json")
                ? new String(contents, StandardCharsets.UTF_8)
                    .replace(found, instead)
                    .getBytes(StandardCharsets.UTF_8)
                : contents);
      }
    }
    Path file = folder.resolve("odd.auricle");
    Files.write(file, Seal.close(out.toByteArray()));
    refused(() -> Bundle.read(file), "odd.auricle does not hold what format 1", message);
  }

  @Test
  void aGraphThatIsNoneIsNamedWithItsFile() throws IOException {
    Bundle tiny = TinyBundle.logMel();
    Bundle broken = TinyBundle.of(tiny.preparation(), tiny.frontEnd(), new byte[] {8, 8, 'x'});
    Path file = folder.resolve("graph.auricle");
    Files.write(file, BundleWriter.encode(broken, selfTest(tiny)));
    refused(() -> Bundle.read(file), "graph.auricle: the graph cannot be loaded");
  }

  @Test
  void aModelThatDoesNotFitIsNotWritten() {
    Path file = folder.resolve("unfit.auricle");
    Bundle tiny = TinyBundle.logMel();
    Bundle wrongShape = TinyBundle.of(tiny.preparation(), tiny.frontEnd(), TinyGraph.stump(3, 0));
    refused(() -> wrongShape.write(file), "scores 2 labels, but the bundle names 3");
    byte[] broken =
        TinyGraph.meanSoftmax(new float[] {Float.NaN, 0, 0}, new float[3], "N", "B", "T");
    Bundle diverged = TinyBundle.of(tiny.preparation(), tiny.frontEnd(), broken);
    refused(() -> diverged.write(file), "gives NaN", "diverged");
    assertThat(file).doesNotExist();
  }

  @Test
  void eventsBeginAtFittedThresholds() {
    Bundle plain = TinyBundle.logMel();
    Bundle fitted =
        new Bundle(
            plain.name(),
            plain.preparation(),
            plain.frontEnd(),
            plain.labels(),
            true,
            List.of(0.1, 0.5, 0.9),
            plain.graph(),
            plain.evaluation(),
            plain.provenance());
    assertThat(DetectionOptions.of(fitted).ruleOf("loud").on()).isEqualTo(0.9);
    assertThat(DetectionOptions.of(fitted).ruleOf("quiet").off()).isLessThan(0.1);
    assertThat(DetectionOptions.of(fitted).exclusive()).isFalse();
    assertThat(DetectionOptions.of(plain).exclusive()).isTrue();
  }

  @Test
  void theLongestClipIsKept() {
    Path file = folder.resolve("long.auricle");
    Bundle plain = TinyBundle.logMel();
    plain.write(file);
    assertThat(Bundle.read(file).longestSeconds()).isZero();
    plain.withLongestSeconds(61.5).withDetection(null).write(file);
    assertThat(Bundle.read(file).longestSeconds()).isEqualTo(61.5);
    assertThatThrownBy(() -> plain.withLongestSeconds(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void detectionOptionsAreKept() {
    Bundle plain = TinyBundle.logMel();
    DetectionOptions options =
        DetectionOptions.usual(plain)
            .with(
                Map.of(
                    "window",
                    0.7,
                    "min-on",
                    0.3,
                    "silence-db",
                    "none",
                    "labels",
                    Map.of("loud", Map.of("on", 0.9))));
    Path file = folder.resolve("detecting.auricle");
    plain.withDetection(options).write(file);
    assertThat(Bundle.read(file).detection()).isEqualTo(options);
    assertThat(DetectionOptions.of(Bundle.read(file)).ruleOf("loud").on()).isEqualTo(0.9);
    plain.write(file);
    assertThat(Bundle.read(file).detection()).isNull();
    assertThatThrownBy(() -> options.with(Map.of("min-onn", 1)))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("did you mean min-on");
    assertThatThrownBy(() -> options.with(Map.of("off", 0.99)))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("off");
  }

  @Test
  void ratesThatDifferAreAMistakeOfTheCaller() {
    assertThatThrownBy(
            () -> TinyBundle.of(new Preparation(8000, null, 1.0), FrontEnds.preset("waveform"), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("8000")
        .hasMessageContaining("16000");
  }

  private static void refused(ThrowingCallable call, String... parts) {
    assertThatThrownBy(call).isInstanceOf(AuricleException.class).hasMessageContainingAll(parts);
  }

  private static SelfTest selfTest(Bundle bundle) {
    try (Classifier classifier = Classifier.of(bundle, 1)) {
      return SelfTest.record(classifier);
    }
  }

  private static byte[] bytes() {
    Bundle bundle = TinyBundle.logMel();
    return BundleWriter.encode(bundle, selfTest(bundle));
  }

  private static Bundle stump() {
    return new Bundle(
        "stump",
        new Preparation(16000, null, 0.01),
        FrontEnds.preset("waveform"),
        List.of("a", "b"),
        false,
        TinyGraph.stump(160, 0),
        Map.of(),
        Map.of());
  }

  private static byte[] zip(String comment, Map<String, String> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setComment(comment);
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
