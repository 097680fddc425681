package dev.auricle.learn.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Property: an inspection's page is whole and safe, whatever the labels are called. */
class InspectionPageTest {
  private static final List<String> LABELS = List.of("bell", "click", "hum");

  @Test
  void everyPartIsThere() {
    String html = render(LABELS, MadeUpInspection.OPTIONS);
    assertThat(html)
        .contains("60\u00a0clips, 3\u00a0labels", "kfold:2", "2 folds, ungrouped")
        .contains("CC BY 4.0 (15 clips); CC0 (45 clips)")
        .contains("leaks: 1 × same sound on both sides of the split")
        .contains("shortcut: sample rate alone tells", "bell: 8000 Hz, other labels 22050 Hz")
        .contains("To mend sample rate: bring all files to the lowest rate")
        .contains("one sound stands under two labels", "99.wav: not a sound", "notes.txt")
        .contains("1\u00a0clip clipped", "1\u00a0clip with a DC offset")
        .contains("On both sides of the protocol (1)", "Not independent, but on one side (1)")
        .contains("and 1\u00a0more clip", "peak (1 is full scale): 0.3", "22,050")
        .contains("clipped samples in %", "6\u00a0clips can be heard");
  }

  @Test
  void withoutClipsThereIsNoSoundAndNoPicture() {
    String html = render(LABELS, MadeUpInspection.OPTIONS.withoutClips());
    assertThat(html).doesNotContain("data:audio", "data:image").contains("03.wav", "Made without");
  }

  @Test
  void nothingInItPointsOutside() {
    String html = render(LABELS, MadeUpInspection.OPTIONS);
    assertThat(
            Pattern.compile("(src|href|url\\()\\s*=?\\s*[\"']?(https?:)?//").matcher(html).find())
        .isFalse();
    assertThat(html).contains("default-src &#39;none&#39;");
  }

  @Test
  void labelsThatLookLikeMarkupStayText() {
    String html =
        render(List.of("<script>alert(1)</script>", "</script>", "a&b"), MadeUpInspection.OPTIONS);
    assertThat(html).doesNotContain("<script>alert");
    // One JSON script and one program: a label closed neither.
    assertThat(html.split("</script>", -1)).hasSize(3);
  }

  private static String render(List<String> labels, ReportOptions options) {
    return InspectionPage.render(MadeUpInspection.of(labels), options);
  }
}
