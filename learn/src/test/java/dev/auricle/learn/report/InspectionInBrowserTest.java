package dev.auricle.learn.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import dev.auricle.testing.Chromium;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story: somebody opens an inspection in a browser, by keyboard, and listens to a leak. */
class InspectionInBrowserTest {
  @TempDir static Path folder;
  private static Chromium chromium;
  private static Path file;

  private final List<String> complaints = new ArrayList<>();
  private Page page;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    file = folder.resolve("inspection.html");
    InspectionPage.write(
        MadeUpInspection.of(List.of("bell", "click", "hum")), file, MadeUpInspection.OPTIONS);
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void open() {
    page = chromium.browser().newPage();
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(complaints::add);
    page.onRequest(
        request -> {
          if (!request.url().startsWith("data:")
              && !request.url().equals(file.toUri().toString())) {
            complaints.add("fetched " + request.url());
          }
        });
    page.navigate(file.toUri().toString());
  }

  @AfterEach
  void close() {
    page.close();
    assertThat(complaints).isEmpty();
  }

  @Test
  void theClipsOfALeakAreHeardByKeyboard() {
    Locator sounds = page.locator("#leaks details[open] .sound");
    assertThat(sounds.count()).isEqualTo(2);
    sounds.nth(0).focus();
    page.keyboard().press("Enter");
    PageChecks.await(page, "document.querySelector('#leaks audio').currentTime > 0.05");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    PageChecks.await(page, "document.querySelectorAll('#leaks audio')[1].currentTime > 0.05");
    assertThat(sounds.nth(0).getAttribute("aria-pressed")).isEqualTo("false");
  }

  @Test
  void leaksOnOneSideUnfoldByKeyboard() {
    Locator folded = page.locator("#leaks details:not([open])");
    assertThat(folded.locator(".card").first().isVisible()).isFalse();
    folded.locator("summary").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#leaks .card").count()).isEqualTo(6);
    assertThat(page.locator("#leaks .card").last().isVisible()).isTrue();
  }

  @Test
  void aColumnsHeadSortsTheCues() {
    page.locator("#shortcuts th button", new Page.LocatorOptions().setHasText("p")).last().click();
    List<String> ps = page.locator("#shortcuts td:nth-child(4)").allTextContents();
    assertThat(ps.stream().map(Double::valueOf).toList())
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void everyChartHasItsBars() {
    assertThat(page.locator("#content svg.plot").count()).isGreaterThanOrEqualTo(5);
    assertThat(page.locator("#content svg.plot:not(:has(rect.test))").count()).isZero();
  }

  @Test
  void onPaperEverythingIsUnfolded() {
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page.evaluate("dispatchEvent(new Event('beforeprint'))");
    assertThat(page.locator("#leaks .card").last().isVisible()).isTrue();
  }

  @Test
  void textCanBeReadInLightAndInDark() {
    PageChecks.textCanBeRead(page);
  }

  @Test
  void everyControlHasAName() {
    PageChecks.everyControlHasAName(page);
  }

  @Test
  void nothingOverflowsATelephone() {
    PageChecks.nothingOverflowsATelephone(page);
  }
}
