package dev.auricle.learn.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Golden: figures as they stand on the page, whatever the machine's language. */
class FiguresTest {
  @Test
  void sharesArePerCent() {
    assertThat(Figures.percent(0.9314)).isEqualTo("93.1\u00a0%");
    assertThat(Figures.percent(Double.NaN)).isEqualTo("–");
    assertThat(Figures.hundredths(-0.021)).isEqualTo("−2.1");
  }

  @Test
  void nothingIsWrittenAsMinusZero() {
    assertThat(Figures.hundredths(-0.0001)).isEqualTo("0.0");
  }

  @Test
  void threeDigitsWhateverTheSize() {
    assertThat(Figures.three(0.0424)).isEqualTo("0.042");
    assertThat(Figures.three(1.3149)).isEqualTo("1.31");
    assertThat(Figures.three(74.23)).isEqualTo("74.2");
    assertThat(Figures.three(1234.4)).isEqualTo("1234");
  }

  @Test
  void nounsFollowTheirNumber() {
    assertThat(Figures.count(1, "clip")).isEqualTo("1\u00a0clip");
    assertThat(Figures.count(2000, "speaker")).isEqualTo("2,000\u00a0speakers");
    assertThat(Figures.count(3, "class")).isEqualTo("3\u00a0classes");
  }
}
