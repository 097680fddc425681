package dev.auricle.learn.report;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The browser that tests open reports in: {@code CHROMIUM}, or Debian's. */
final class Chromium implements AutoCloseable {
  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts it; skips the test where there is none. */
  static Chromium start() {
    String named = System.getenv("CHROMIUM");
    Path program = Path.of(named == null ? "/usr/bin/chromium" : named);
    if (!Files.isExecutable(program)) {
      String line = "SKIPPED: needs Chromium, and " + program + " is none (set CHROMIUM)";
      System.out.println(line);
      Assumptions.abort(line);
    }
    Playwright playwright = Playwright.create();
    try {
      return new Chromium(
          playwright,
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(program)
                      .setArgs(
                          List.of("--no-sandbox", "--autoplay-policy=no-user-gesture-required"))));
    } catch (RuntimeException e) {
      playwright.close();
      throw e;
    }
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
