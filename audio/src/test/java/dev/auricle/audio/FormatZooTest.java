package dev.auricle.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.signal.AuricleException;
import dev.auricle.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Golden: every usual container and codec, and broken ones, against FFmpeg's own program. */
class FormatZooTest {
  /** One line of the zoo's manifest; names with commas stand in quotation marks. */
  record Row(String path, boolean decodable, double seconds) {
    static Row parse(String line) {
      int nameEnd = line.startsWith("\"") ? line.indexOf('"', 1) + 1 : line.indexOf(',');
      String[] rest = line.substring(nameEnd + 1).split(",", -1);
      return new Row(
          line.substring(0, nameEnd).replace("\"", ""),
          rest[3].equals("yes"),
          Double.parseDouble(rest[4]));
    }
  }

  static List<Row> rows(Path zoo) throws IOException {
    List<String> lines = Files.readAllLines(zoo.resolve("manifest.csv"));
    return lines.subList(1, lines.size()).stream().map(Row::parse).toList();
  }

  @TestFactory
  List<DynamicTest> everyRowDecodesToItsLengthOrSaysWhyNot() throws IOException {
    Path zoo = Shared.require("data/format-zoo");
    List<DynamicTest> tests = new ArrayList<>();
    for (Row row : rows(zoo)) {
      tests.add(DynamicTest.dynamicTest(row.path(), () -> check(zoo, row)));
    }
    return tests;
  }

  private static void check(Path zoo, Row row) {
    Path file = zoo.resolve(row.path());
    AudioClip clip;
    try {
      clip = AudioReader.read(file, AudioReader.NATIVE_RATE);
    } catch (AuricleException e) {
      assertThat(row.decodable()).as(e.getMessage()).isFalse();
      assertThat(e.getMessage()).contains(row.path()).contains("found");
      return;
    }
    // Nine rows of 2 to 100 samples are listed as not decodable, of 0 s; FFmpeg 5.1 and 8.0 both
    // decode them, and so do we, to the few milliseconds that they are.
    assertThat(clip.seconds()).isCloseTo(row.seconds(), within(row.decodable() ? 0.060 : 0.003));
  }
}
