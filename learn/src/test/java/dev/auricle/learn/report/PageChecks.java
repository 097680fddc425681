package dev.auricle.learn.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** What must hold for every page that we write. */
final class PageChecks {
  /** The worst contrast of any text with what it stands on, and which text that is. */
  private static final String CONTRAST =
"""
() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const luminance = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
        .map((v) => v / 255).map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  let worst = [21, "nothing"];
  for (const element of document.querySelectorAll("body *:not(script):not(svg *)")) {
    const text = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!text || !element.checkVisibility() || element.closest(".sound")) continue;
    const grounds = [];
    for (let e = element; e; e = e.parentElement) grounds.unshift(getComputedStyle(e).backgroundColor);
    const style = getComputedStyle(element);
    if (parseFloat(style.fontSize) === 0) continue;
    const [a, b] = [luminance([...grounds, style.color]), luminance(grounds)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < worst[0]) worst = [ratio, element.className + ": " + element.textContent.slice(0, 40)];
  }
  return worst;
}
""";

  private PageChecks() {}

  /** Polls from outside: the page's policy lets no text become code, so it cannot poll itself. */
  static void await(Page page, String condition) {
    for (int i = 0; i < 200; i++) {
      if ((boolean) page.evaluate(condition)) {
        return;
      }
      page.waitForTimeout(25);
    }
    throw new AssertionError("never came true: " + condition);
  }

  static void textCanBeRead(Page page) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      List<?> worst = (List<?>) page.evaluate(CONTRAST);
      // WCAG 2.2, level AA, asks for 4.5.
      assertThat(((Number) worst.get(0)).doubleValue())
          .as("%s, %s", scheme, worst.get(1))
          .isGreaterThanOrEqualTo(4.5);
    }
  }

  static void everyControlHasAName(Page page) {
    List<?> nameless =
        (List<?>)
            page.evaluate(
"""
() => [...document.querySelectorAll("button, [role=region], [role=grid], svg[role=img], summary")]
    .filter((e) => !(e.getAttribute("aria-label") || e.textContent.trim()))
    .map((e) => e.outerHTML.slice(0, 120))
""");
    assertThat(nameless).isEmpty();
  }

  static void nothingOverflowsATelephone(Page page) {
    page.setViewportSize(360, 780);
    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(360);
  }
}
