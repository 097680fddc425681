package dev.auricle.learn.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Golden: where trials cross their axes; property: the picture is whole and safe. */
class TuningPictureTest {
  @Test
  void numbersLieEvenlyOrByTheirLogarithm() {
    TuningAxis even = TuningAxis.of(List.of(100, 200, 300));
    assertThat(even.place(1)).isCloseTo(0.5, within(1e-12));
    assertThat(even.labels()).containsExactly("100", "300");
    TuningAxis wide = TuningAxis.of(List.of(1e-4, 1e-3, 1e-2));
    assertThat(wide.place(1)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void namesAndSingleValuesHaveTheirPlace() {
    TuningAxis names = TuningAxis.of(List.of("sqrt", "all", "sqrt"));
    assertThat(names.labels()).containsExactly("all", "sqrt");
    assertThat(names.place(0)).isEqualTo(1);
    assertThat(TuningAxis.of(List.of(5, 5)).place(0)).isEqualTo(0.5);
  }

  @Test
  void everyTrialIsALineAndTheBestIsDrawnLast() {
    Random random = new Random(3);
    List<TuningPicture.Trial> trials =
        IntStream.range(0, 30)
            .mapToObj(
                i -> {
                  Map<String, Object> settings = new LinkedHashMap<>();
                  settings.put("model.trees", 100 + random.nextInt(900));
                  settings.put("training.rate", Math.pow(10, -4 + 2 * random.nextDouble()));
                  settings.put("<b>", random.nextBoolean() ? "gini" : "entropy");
                  return new TuningPicture.Trial(settings, i == 11 ? 0.99 : random.nextDouble());
                })
            .toList();
    String svg = TuningPicture.svg(trials, "macro F1");
    assertThat(svg.split("<polyline", -1)).hasSize(31);
    assertThat(svg.substring(svg.lastIndexOf("<polyline"))).contains(": 0.99").contains("#cf4520");
    assertThat(svg).doesNotContain("<b>").contains("&lt;b&gt;", "macro F1", "gini", "entropy");
  }
}
