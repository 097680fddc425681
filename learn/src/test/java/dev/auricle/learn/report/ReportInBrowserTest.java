package dev.auricle.learn.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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

/** Story: somebody opens the report in a browser, by keyboard alone, and listens. */
class ReportInBrowserTest {
  @TempDir static Path folder;
  private static Chromium chromium;
  private static Path report;

  private final List<String> complaints = new ArrayList<>();
  private final List<String> fetched = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    report = folder.resolve("report.html");
    MadeUpComparison usual = MadeUpComparison.usual();
    HtmlReport.write(usual.comparison(), report, usual.options().withMaximumBytes(1_500_000));
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void open() {
    context = chromium.browser().newContext();
    page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(complaints::add);
    page.onRequest(
        request -> {
          if (!request.url().startsWith("data:")) {
            fetched.add(request.url());
          }
        });
    page.navigate(report.toUri().toString());
  }

  @AfterEach
  void close() {
    context.close();
    assertThat(complaints).as("what the console says").isEmpty();
    assertThat(fetched).as("what is fetched").containsExactly(report.toUri().toString());
  }

  @Test
  void opensWithItsFiguresAndItsClips() {
    assertThat(page.title()).isEqualTo("Which machine is that?");
    assertThat(page.locator(".bars .bar:not(.axis)").count()).isEqualTo(3);
    assertThat(page.locator("#doubts .card").count()).isEqualTo(2);
    Locator picture = page.locator("#doubts .card img").first();
    picture.scrollIntoViewIfNeeded();
    assertThat((int) picture.evaluate("image => image.naturalWidth")).isEqualTo(128);
  }

  @Test
  void aClipPlaysAndAnotherStopsIt() {
    Locator sounds = page.locator("#doubts .sound");
    sounds.nth(0).click();
    PageChecks.await(page, "document.querySelector('#doubts audio').currentTime > 0.05");
    assertThat(sounds.nth(0).getAttribute("aria-pressed")).isEqualTo("true");
    sounds.nth(1).click();
    PageChecks.await(page, "document.querySelectorAll('#doubts audio')[1].currentTime > 0.05");
    assertThat(sounds.nth(0).getAttribute("aria-pressed")).isEqualTo("false");
  }

  @Test
  void aCellOpensItsClipsByKeyboardAndGivesTheFocusBack() {
    Locator stop = page.locator("#panel-1 .confusion button[tabindex='0']");
    assertThat(stop.count()).as("one stop for Tab").isEqualTo(1);
    stop.focus();
    page.keyboard().press("ArrowLeft");
    page.keyboard().press("ArrowRight");
    String words = (String) page.evaluate("document.activeElement.getAttribute('aria-label')");
    assertThat(words).startsWith("true ").contains("answered");
    page.keyboard().press("Enter");
    page.waitForSelector("dialog[open] .card");
    int clips = page.locator("dialog .card").count();
    assertThat(words).contains(": " + clips + "\u00a0clip");
    // The first clip has the focus, and plays.
    page.keyboard().press("Enter");
    PageChecks.await(page, "document.querySelector('dialog audio').currentTime > 0.05");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog[open]").count()).isZero();
    assertThat(page.evaluate("document.activeElement.getAttribute('aria-label')")).isEqualTo(words);
  }

  @Test
  void tabsChangeByArrowKeys() {
    assertThat(page.locator("#panel-1").isVisible()).isTrue();
    page.locator("#tab-1").focus();
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("#panel-0").isVisible()).isTrue();
    assertThat(page.locator("#panel-1").isVisible()).isFalse();
    assertThat(page.locator("#tab-0").getAttribute("aria-selected")).isEqualTo("true");
  }

  @Test
  void aColumnsHeadSortsTheTable() {
    page.locator("#panel-1 .classes th button", new Page.LocatorOptions().setHasText("F1")).click();
    List<String> scores = page.locator("#panel-1 .classes td:last-child").allTextContents();
    List<Double> numbers = scores.stream().map(Double::valueOf).toList();
    assertThat(numbers).isSortedAccordingTo((a, b) -> Double.compare(b, a));
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
