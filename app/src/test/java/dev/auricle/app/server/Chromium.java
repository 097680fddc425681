package dev.auricle.app.server;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The browser that tests open the page in: {@code CHROMIUM}, or Debian's. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {
  /**
   * Starts it; skips the test where there is none.
   *
   * @param microphone a WAV file that its microphone hears
   */
  static Chromium start(Path microphone) {
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
                          List.of(
                              "--no-sandbox",
                              "--autoplay-policy=no-user-gesture-required",
                              "--use-fake-ui-for-media-stream",
                              "--use-fake-device-for-media-stream",
                              "--use-file-for-fake-audio-capture=" + microphone))));
    } catch (RuntimeException e) {
      playwright.close();
      throw e;
    }
  }

  /** Polls from outside: the page's policy lets no text become code, so it cannot poll itself. */
  static void await(Page page, String condition) {
    for (int i = 0; i < 800; i++) {
      if ((boolean) page.evaluate(condition)) {
        return;
      }
      page.waitForTimeout(25);
    }
    throw new AssertionError("never came true: " + condition);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
