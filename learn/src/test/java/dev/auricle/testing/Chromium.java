package dev.auricle.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The browser that tests open reports and the page in: {@code CHROMIUM}, or Debian's. */
public record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {
  /**
   * Starts it; skips the test where there is none.
   *
   * @param more arguments, beside those that every test needs
   */
  public static Chromium start(String... more) {
    String named = System.getenv("CHROMIUM");
    Path program = Path.of(named == null ? "/usr/bin/chromium" : named);
    if (!Files.isExecutable(program)) {
      String line = "SKIPPED: needs Chromium, and " + program + " is none (set CHROMIUM)";
      System.out.println(line);
      Assumptions.abort(line);
    }
    List<String> arguments =
        new ArrayList<>(List.of("--no-sandbox", "--autoplay-policy=no-user-gesture-required"));
    arguments.addAll(List.of(more));
    Playwright playwright = Playwright.create();
    try {
      return new Chromium(
          playwright,
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(arguments)));
    } catch (RuntimeException e) {
      playwright.close();
      throw e;
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
