package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Story: values that no option takes; each is wrong usage, named, and nothing is done. */
class OptionValuesTest {
  private static final int RATE = 16_000;

  @TempDir static Path dir;

  @BeforeAll
  static void trainOnTwoTones() throws IOException {
    Path data = dir.resolve("tones");
    for (int i = 0; i < 6; i++) {
      Wav.write(data.resolve("low/" + i + ".wav"), Wav.tone(200 + 10 * i, 0.6, RATE, i), RATE);
      Wav.write(data.resolve("high/" + i + ".wav"), Wav.tone(2000 + 50 * i, 0.6, RATE, i), RATE);
    }
    Wav.write(dir.resolve("new.wav"), Wav.tone(215, 0.6, RATE, 99), RATE);
    Path bundle = dir.resolve("tones.auricle");
    Shell trained =
        Shell.run(
            "train",
            data,
            "-r",
            "forest",
            "-o",
            bundle,
            "--protocol",
            "holdout",
            "--no-report",
            "-q");
    assertThat(trained.code()).as(trained.err()).isZero();
  }

  /** Words between spaces, $ standing for the folder of the test's files. */
  private static Shell run(String words) {
    return Shell.run(Arrays.stream(words.split(" ")).map(w -> w.replace("$", dir + "/")).toArray());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          inspect $tones --threads 0                   | --threads is 0; expected a whole number of at least 1
          train $tones --seed few                      | --seed is few; expected a whole number
          split $a.csv $new.wav -o $x --fade short     | --fade is short; expected a number
          train $tones --device gpu                    | --device is gpu; expected one of cpu, cuda
          features $tones -o $x.csv --threads -3       | --threads is -3
          classify $tones.auricle $new.wav --threads 0 | --threads is 0
          tag $new.wav --threads 0                     | --threads is 0
          detect $tones.auricle $new.wav --threads 0   | --threads is 0
          train $tones -o $x.auricle --threads 0       | --threads is 0
          compare $tones --threads 0                   | --threads is 0
          tune $tones --threads -1                     | --threads is -1
          features $tones -o $x.csv --window 0         | --window is 0; expected a number of at least 0.001
          features $tones -o $x.csv --window 1 --hop 0 | --hop is 0
          features $tones -o $x.csv --hop -1           | --hop is -1
          features $tones -o $x.csv --seconds -0.5     | --seconds is -0.5
          features $tones -o $x.csv --seconds NaN      | --seconds is NaN
          features $tones -o $x.csv --seconds Infinity | --seconds is Infinity
          features $tones -o $x.csv --trim-db 0        | --trim-db is 0; expected a number from 1 to 120
          features $tones -o $x.csv --trim-db -20      | --trim-db is -20
          features $tones -o $x.csv --sample-rate 0    | --sample-rate is 0
          features $tones -o $x.txt                    | x.txt: the name must end in .csv, .parquet or .npy
          tune-events $tones.auricle $tones --programmes 0   | --programmes is 0
          tune-events $tones.auricle $tones --programmes -1  | --programmes is -1
          tune-events $tones.auricle $tones --collar -1      | --collar is -1
          tune-events $tones.auricle $tones --windows 0.5,0  | --windows is 0
          tune-events $tones.auricle $tones --hops 0         | --hops is 0
          classify $tones.auricle $new.wav --top -1    | --top is -1; expected a whole number of at least 1
          classify $tones.auricle $new.wav --top 0     | --top is 0
          classify $tones.auricle $new.wav --threshold 5    | --threshold is 5; expected a number from 0 to 1
          classify $tones.auricle $new.wav --threshold -0.1 | --threshold is -0.1
          classify $tones.auricle $new.wav --csv --json     | --csv and --json
          tag $new.wav --top -1                        | --top is -1
          tag $new.wav --network foo                   | foo
          evaluate-events $a.csv $b.csv --resolution 0 | --resolution is 0
          evaluate-events $a.csv $b.csv --collar -1    | --collar is -1; expected a number of at least 0
          evaluate-events $a.csv $b.csv --offset-share -1 | --offset-share is -1
          serve --bundles $ --port 99999               | --port is 99999; expected a whole number from 0 to 65535
          serve --bundles $ --port -1                  | --port is -1
          serve --bundles $ --max-mb 0                 | --max-mb is 0
          serve --bundles $ --timeout 0                | --timeout is 0
          serve --bundles $ --token=                   | --token (or AURICLE_TOKEN) is empty
          serve --bundles $ --token=gehëim             | --token (or AURICLE_TOKEN) is nothing that a header can carry
          serve --bundles $ --origin example.org       | --origin is example.org; expected one such as https://
          inspect $tones --protocol kfold:x            | kfold:x
          train $tones -o $x.auricle --protocol kfold:1 | kfold:1
          compare $tones --protocol sideways           | sideways
          compare $tones --budget abc                  | --budget is abc; expected a time such as 90s, 10m or 2h, above 0
          compare $tones --budget -2                   | --budget is -2
          compare $tones --budget 0s                   | --budget is 0s; expected a time
          compare $tones --budget 99999999999s         | --budget is 99999999999s
          tune $tones --budget none                    | --budget is none; expected trials
          tune $tones --budget 99999999999             | --budget is 99999999999; expected trials
          tune $tones --metric f1                      | no metric 'f1'; there are accuracy, macroF1
          detect $tones.auricle $new.wav --hop 0       | hop is 0.0, expected
          detect $tones.auricle $new.wav --on 2        | on is 2.0, expected
          detect $tones.auricle $new.wav --silence-db x | silence-db is x, expected
          detect $tones.auricle $new.wav -o $ev.xyz    | ev.xyz
          """)
  void isWrongUsage(String words, String said) throws IOException {
    byte[] before = Files.readAllBytes(dir.resolve("tones.auricle"));
    Shell shell = run(words);
    assertThat(shell.code()).as(shell.err()).isEqualTo(2);
    assertThat(shell.err()).contains(said).contains("--help").doesNotContain("\tat ");
    assertThat(shell.out()).isEmpty();
    assertThat(Files.readAllBytes(dir.resolve("tones.auricle"))).isEqualTo(before);
    try (var files = Files.list(dir)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("tones", "new.wav", "tones.auricle");
    }
  }

  @Test
  void theEndsOfARangeAreInIt() {
    for (String threshold : new String[] {"0", "1"}) {
      Shell shell =
          run("classify $tones.auricle $new.wav --top 1 --threads 1 -q --threshold " + threshold);
      assertThat(shell.code()).as(shell.err()).isZero();
    }
  }

  @Test
  void helpIsGivenWhateverElseIsSaid() {
    Shell shell = run("features $tones --hop 0 --help");
    assertThat(shell.code()).isZero();
    assertThat(shell.out()).contains("--hop");
  }

  @Test
  void aServersMissingFolderIsNamed() {
    Shell shell = run("serve --bundles $nowhere --port 0");
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.err()).contains("--bundles " + dir.resolve("nowhere")).contains("folder");
  }
}
