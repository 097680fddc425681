package dev.auricle.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Golden: {@code docs/parity.md} lists every case with its error. Run with {@code
 * -Dauricle.write=parity} to write the page; else the page's cases and bounds must be those of
 * today, and today's errors no more than ten times the page's.
 */
class ParityPageTest {
  private static final String HEAD =
      """
      # Agreement with librosa

      What `auricle-signal` computes against librosa 0.11's own output, case by case, on six sounds: a
      chirp, a chord, clicks, two of speech, and noise. A test measures these errors at every build and
      fails where one exceeds its bound. The Vector API's kernel and the plain one give equal bits, so one
      table holds for both. To write this page anew:

          mvn -pl signal test -Dtest=ParityPageTest -Dauricle.write=parity

      Units: *of the largest value*, the largest difference over the reference's largest value; *dB*,
      *BPM*, *samples* and *absolute*, the largest difference; *dB RMS*, the level of the difference below
      0.9 of the lower half rate, re full scale.

      Features on a logarithmic scale hold to about 80 dB below the loudest: transforms for log-mel
      are in float, and what lies deeper drowns in their rounding (0.1 dB off at -100 dB, several at -140), so
      a range beyond 80 dB shows rounding, not sound. A resampled sound has `ceil(n * to / from)` samples, in whole
      numbers; librosa's ceiling, in floating point, is at times one more (11025 samples from 44.1 to 24 kHz:
      6000 here, 6001 there).

      """;

  @Test
  void thePageListsEveryCaseWithItsError() throws IOException {
    Path page = Shared.projectRoot().resolve("docs/parity.md");
    Map<String, Librosa.Check> checks = new LinkedHashMap<>();
    for (Golden.Case golden : LibrosaParityTest.cases()) {
      checks.put(golden.id(), Librosa.check(golden));
    }
    if ("parity".equals(System.getProperty("auricle.write"))) {
      Files.createDirectories(page.getParent());
      Files.writeString(page, HEAD + summary(checks) + table(checks));
    }
    List<String> lines = Files.readAllLines(page);
    for (Golden.Case golden : LibrosaParityTest.cases()) {
      String start = "| " + golden.id() + " |";
      String row = lines.stream().filter(line -> line.startsWith(start)).findFirst().orElse("");
      Librosa.Check check = checks.get(golden.id());
      String[] cells = row.split("\\|");
      assertThat(cells).as("the row of " + golden.id()).hasSize(6);
      assertThat(cells[5].strip()).isEqualTo(bound(check));
      double written = Double.parseDouble(cells[4].strip().split(" ")[0]);
      if (check.bound() > 0) {
        assertThat(check.error()).as(golden.id()).isLessThanOrEqualTo(10 * written + 1e-12);
      }
    }
  }

  /** Worst of each call. */
  private static String summary(Map<String, Librosa.Check> checks) {
    Map<String, List<Librosa.Check>> byCall = new LinkedHashMap<>();
    for (Golden.Case golden : LibrosaParityTest.cases()) {
      byCall.computeIfAbsent(golden.call(), call -> new ArrayList<>()).add(checks.get(golden.id()));
    }
    StringBuilder text = new StringBuilder("## The worst of each\n\n");
    text.append("| librosa | cases | worst error | bound |\n|---|---|---|---|\n");
    byCall.forEach(
        (call, all) -> {
          Librosa.Check worst = all.get(0);
          for (Librosa.Check check : all) {
            worst = check.error() > worst.error() ? check : worst;
          }
          text.append(
              String.format(
                  Locale.ROOT,
                  "| `%s` | %d | %s %s | %s |\n",
                  call.replaceAll("\\s+(magnitude|interval.*)$", ""),
                  all.size(),
                  number(worst.error()),
                  worst.unit(),
                  bound(worst)));
        });
    return text.append("\n").toString();
  }

  private static String table(Map<String, Librosa.Check> checks) {
    StringBuilder text = new StringBuilder("## Every case\n\n");
    text.append("| case | librosa | options | error | bound |\n|---|---|---|---|---|\n");
    for (Golden.Case golden : LibrosaParityTest.cases()) {
      Librosa.Check check = checks.get(golden.id());
      List<String> options = new ArrayList<>();
      golden.args().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(arg -> options.add(arg.getKey() + "=" + arg.getValue()));
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | `%s` | %s | %s %s | %s |\n",
              golden.id(),
              golden.call(),
              String.join(", ", options),
              number(check.error()),
              check.unit(),
              bound(check)));
    }
    return text.toString();
  }

  private static String number(double error) {
    return error < 0
        ? String.format(Locale.ROOT, "%.0f", error)
        : error == 0 ? "0" : String.format(Locale.ROOT, "%.0e", error);
  }

  private static String bound(Librosa.Check check) {
    return check.bound() == 0 ? "exact" : number(check.bound());
  }
}
