package dev.auricle.learn.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Property: no text and no attribute's value becomes markup. */
class HtmlTest {
  @Test
  void textAndValuesAreEscaped() {
    String html =
        new Html()
            .element("p", "<script>alert(1)</script> & \"so\" 'on'", "title", "\"><img src=x>")
            .toString();
    assertThat(html)
        .isEqualTo(
            "<p title=\"&quot;&gt;&lt;img src=x&gt;\">&lt;script&gt;alert(1)&lt;/script&gt; &amp;"
                + " &quot;so&quot; &#39;on&#39;</p>");
  }

  @Test
  void controlCharactersThatHtmlForbidsAreReplaced() {
    assertThat(new Html().text("a\0b\u001bc\nd").toString()).isEqualTo("a\ufffdb\ufffdc\nd");
  }

  @Test
  void anElementLeftOpenIsAMistake() {
    assertThatThrownBy(() -> new Html().open("div").toString())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("div");
  }
}
