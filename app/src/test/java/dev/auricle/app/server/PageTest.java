package dev.auricle.app.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.Event;
import dev.auricle.runtime.labels.LabelFiles;
import dev.auricle.runtime.labels.LabelFormat;
import dev.auricle.testing.Chromium;
import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Story: somebody opens the page, drops a sound, listens, corrects, and speaks into it. */
class PageTest {
  private static final int RATE = 16_000;
  private static final ServerOptions.Limits LIMITS =
      new ServerOptions.Limits(1 << 22, 60, 2, 8, Duration.ofSeconds(9), Duration.ofSeconds(30), 2);

  /** Drops a file as a hand does: the page sees a transfer with a file in it. */
  private static final String DROP =
      """
      ([name, base64]) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const transfer = new DataTransfer();
        transfer.items.add(new File([bytes], name, {type: "audio/wav"}));
        document.querySelector("main").dispatchEvent(
            new DragEvent("drop", {dataTransfer: transfer, bubbles: true, cancelable: true}));
      }
      """;

  @TempDir static Path dir;
  private static Path bundles;
  private static AuricleServer server;
  private static Chromium chromium;
  private static byte[] sound;

  private final List<String> complaints = new ArrayList<>();
  private Page page;

  @BeforeAll
  static void start() throws IOException {
    Path high = Wav.write(dir.resolve("high.wav"), Wav.tone(2200, 6, RATE, 3), RATE);
    chromium =
        Chromium.start(
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            "--use-file-for-fake-audio-capture=" + high);
    bundles = Files.createDirectories(dir.resolve("bundles"));
    Tones.train(dir, bundles.resolve("tones.auricle"));
    Files.copy(bundles.resolve("tones.auricle"), bundles.resolve("twin.auricle"));
    Files.writeString(bundles.resolve("broken.auricle"), "no bundle");
    server = new AuricleServer(new ServerOptions(bundles, "127.0.0.1", 0, null, LIMITS));
    float[] samples = new float[9 * RATE];
    System.arraycopy(Wav.tone(240, 3, RATE, 1), 0, samples, RATE, 3 * RATE);
    System.arraycopy(Wav.tone(2200, 3, RATE, 2), 0, samples, 5 * RATE, 3 * RATE);
    sound = Files.readAllBytes(Wav.write(dir.resolve("two.wav"), samples, RATE));
  }

  /** Polls from outside: the page's policy lets no text become code, so it cannot poll itself. */
  private static void await(Page page, String condition) {
    for (int i = 0; i < 800; i++) {
      if ((boolean) page.evaluate(condition)) {
        return;
      }
      page.waitForTimeout(25);
    }
    throw new AssertionError("never came true: " + condition);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void open() {
    page = newPage(server.port());
    page.locator(".zone").waitFor();
  }

  private Page newPage(int port) {
    Page made = chromium.browser().newPage();
    String home = "http://127.0.0.1:" + port + "/";
    made.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    made.onPageError(complaints::add);
    made.onRequest(
        request -> {
          if (!request.url().startsWith(home) && !request.url().startsWith("blob:" + home)) {
            complaints.add("fetched " + request.url());
          }
        });
    made.navigate(home);
    return made;
  }

  @AfterEach
  void close() {
    page.close();
    assertThat(complaints).isEmpty();
  }

  private void drop() {
    page.evaluate(DROP, List.of("two.wav", Base64.getEncoder().encodeToString(sound)));
    page.locator(".event").first().waitFor();
  }

  @Test
  void aDroppedFileShowsTheEventsOfTheApi() {
    drop();
    JsonNode expected =
        new Client(server.port())
            .post("/api/v1/detect?bundle=tones", sound)
            .json()
            .at("/results/0/events");
    List<Locator> shown = page.locator(".event").all();
    assertThat(shown).hasSameSizeAs(expected).isNotEmpty();
    for (int i = 0; i < shown.size(); i++) {
      assertThat(shown.get(i).getAttribute("data-label"))
          .isEqualTo(expected.get(i).get("label").asString());
      for (String edge : List.of("start", "end")) {
        assertThat(Double.parseDouble(shown.get(i).getAttribute("data-" + edge)))
            .isEqualTo(expected.get(i).get(edge).asDouble());
      }
    }
    assertThat(page.locator(".file-state").textContent()).contains("9.0 s");
  }

  @Test
  void theSpectrogramIsBrightWhereTheToneIs() {
    drop();
    // At 2.5 s, near 240 Hz, against 4.5 s, where there is silence.
    await(
        page,
        """
        (() => {
          const canvas = document.querySelector(".spectrogram canvas");
          const copy = new OffscreenCanvas(canvas.width, canvas.height)
              .getContext("2d", {willReadFrequently: true});
          copy.drawImage(canvas, 0, 0);
          const at = (second) => Math.max(...copy
              .getImageData(canvas.width * second / 9, 0, 1, canvas.height).data
              .filter((_, i) => i % 4 === 0));
          return at(2.5) > 240 && at(4.5) < 100;
        })()
        """);
  }

  @Test
  void aCorrectedLabelIsInTheDownloadedFileOfEachFormat() {
    drop();
    page.locator(".event button").first().click();
    Locator label = page.getByLabel("Label", new Page.GetByLabelOptions().setExact(true));
    label.fill("doorbell");
    label.press("Enter");
    page.getByLabel("End, s").fill("3.25");
    page.getByLabel("End, s").press("Enter");
    for (LabelFormat format : LabelFormat.values()) {
      page.getByLabel("Labels as").selectOption(format.word());
      Locator button = page.getByText("Download", new Page.GetByTextOptions().setExact(true));
      Download download = page.waitForDownload(button::click);
      Path saved = dir.resolve(download.suggestedFilename());
      download.saveAs(saved);
      List<Event> events = LabelFiles.read(saved).get(0).events();
      Event doorbell =
          events.stream().filter(e -> e.label().equals("doorbell")).findFirst().orElseThrow();
      assertThat(doorbell.end()).as(format.word()).isEqualTo(3.25);
      assertThat(doorbell.hasScore()).as(format.word()).isFalse();
      assertThat(events).extracting(Event::label).contains("high");
    }
  }

  @Test
  void anEdgeIsDraggedAndTheChangeUndone() {
    drop();
    page.locator(".event button").first().click();
    Locator event = page.locator(".event").first();
    double before = Double.parseDouble(event.getAttribute("data-end"));
    var box = page.locator(".event .edge.end").first().boundingBox();
    page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
    page.mouse().down();
    page.mouse().move(box.x - 30, box.y + box.height / 2);
    page.mouse().up();
    assertThat(Double.parseDouble(event.getAttribute("data-end"))).isLessThan(before - 0.1);
    page.getByText("Undo").click();
    assertThat(Double.parseDouble(event.getAttribute("data-end"))).isEqualTo(before);
  }

  @Test
  void playingMovesTheCursorAndAnEventIsPlayedToItsEnd() {
    drop();
    page.getByText("Play", new Page.GetByTextOptions().setExact(true)).click();
    await(page, "parseFloat(document.querySelector('.cursor').style.left) > 2");
    page.getByText("Pause").click();
    page.locator(".event[data-label=high] button").last().click();
    double end =
        Double.parseDouble(page.locator(".event[data-label=high]").last().getAttribute("data-end"));
    // It plays before it has played to its end.
    await(page, "document.querySelector('.toolbar .main').textContent === 'Pause'");
    await(page, "document.querySelector('.toolbar .main').textContent === 'Play'");
    assertThat(Double.parseDouble(page.locator(".seeker").getAttribute("aria-valuenow")))
        .isBetween(end - 0.1, end + 0.4);
  }

  @Test
  void zoomingShowsAPartThatCanBeScrolled() {
    drop();
    assertThat(page.locator(".scroller").isVisible()).isFalse();
    page.getByLabel("Zoom in").click();
    page.getByLabel("Zoom in").click();
    page.locator(".scroller").waitFor();
    page.getByText("Whole", new Page.GetByTextOptions().setExact(true)).click();
    await(page, "document.querySelector('.scroller').hidden");
  }

  @Test
  void twoModelsStandOneAboveTheOther() {
    drop();
    page.getByLabel("Compare with").selectOption("twin");
    await(page, "document.querySelectorAll('.track').length === 2");
    assertThat(page.locator(".track h3").allTextContents()).containsExactly("tones", "twin");
    assertThat(page.locator(".track").nth(1).locator(".event").count())
        .isEqualTo(page.locator(".track").nth(0).locator(".event").count());
  }

  @Test
  void theMicrophoneMovesTheBars() {
    page.getByText("Live").click();
    page.getByText("Start listening").click();
    await(page, "document.querySelector('.bars .most .name')?.textContent === 'high'");
    page.getByText("Stop").click();
    // The tone's last event comes when the stream ends.
    await(page, "document.querySelectorAll('.live-events li').length > 0");
    assertThat(page.locator(".live-events").textContent()).contains("high");
  }

  @Test
  void aRecordingBecomesAFile() {
    page.getByText("Record", new Page.GetByTextOptions().setExact(true)).click();
    await(page, "document.querySelector('.recording')?.textContent === 'Stop, 0:02'");
    page.locator(".recording").click();
    page.locator(".event").first().waitFor();
    assertThat(page.locator(".sound h1").textContent()).matches("recording-.*\\.wav");
  }

  @Test
  void modelsTellTheirScoreAndBadFilesAreNamed() {
    page.getByText("Models").click();
    page.locator(".card").first().waitFor();
    assertThat(page.locator(".card h2").allTextContents()).containsExactly("tones", "twin");
    assertThat(page.locator(".card").first().textContent())
        .contains("95 % interval")
        .contains("Judged by")
        .contains("16 clips")
        .contains("true \\ said");
    assertThat(page.locator(".fault").textContent()).contains("broken.auricle");
  }

  @Test
  void aCardThatCannotBeDrawnTakesNoOtherWithIt() throws IOException {
    Bundle own = Bundle.read(bundles.resolve("tones.auricle"));
    Map<String, Object> evaluation = new LinkedHashMap<>(own.evaluation());
    evaluation.put("macroF1", "high");
    evaluation.put("confusion", List.of(Collections.singletonList(null), 5));
    Path folder = Files.createDirectories(dir.resolve("odd"));
    Files.copy(bundles.resolve("tones.auricle"), folder.resolve("tones.auricle"));
    String longest = "x".repeat(150);
    new Bundle(
            "odd",
            own.preparation(),
            own.frontEnd(),
            List.of("low", longest),
            own.multiLabel(),
            own.graph(),
            evaluation,
            Map.of("detection", Map.of("programmes", 1)))
        .write(folder.resolve("odd.auricle"));
    try (AuricleServer other =
        new AuricleServer(new ServerOptions(folder, "127.0.0.1", 0, null, LIMITS))) {
      Page seen = newPage(other.port());
      seen.locator(".zone").waitFor();
      // Listed, but taken away before its card is asked for.
      seen.route(
          "**/api/v1/bundles",
          route -> {
            APIResponse answer = route.fetch();
            route.fulfill(
                new Route.FulfillOptions()
                    .setResponse(answer)
                    .setBody(
                        answer
                            .text()
                            .replace("{\"bundles\":[", "{\"bundles\":[{\"id\":\"gone\"},")));
          });
      seen.getByText("Models").click();
      seen.locator(".card").first().waitFor();
      assertThat(seen.locator(".card h2").allTextContents())
          .containsExactly("gone", "odd", "tones");
      assertThat(seen.locator(".card").nth(0).textContent()).contains("no bundle 'gone'");
      assertThat(seen.locator(".card").nth(1).textContent())
          .contains("macroF1 is \"high\"")
          .contains("The confusion in this bundle cannot be read")
          .contains("1 made-up programme")
          .contains(longest);
      assertThat(seen.locator(".card").nth(2).textContent()).contains("true \\ said");
      assertThat((int) seen.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo((int) seen.evaluate("innerWidth"));
      seen.close();
    }
    assertThat(complaints).allMatch(each -> each.contains("404"));
    complaints.clear();
  }

  @Test
  void resultsAreSaidToThoseWhoDoNotSeeThem() {
    drop();
    await(page, "document.querySelector('.spoken[role=status]').textContent !== ''");
    assertThat(page.locator(".spoken").textContent())
        .startsWith("tones on two.wav: ")
        .contains("high");
    assertThat(page.locator("output").first().getAttribute("aria-live")).isEqualTo("off");
  }

  @Test
  void theCursorDoesNotRunThroughTheModelsName() {
    drop();
    assertThat(
            page.evaluate(
                """
                (() => {
                  const head = document.querySelector(".track-head").getBoundingClientRect();
                  const cursor = document.querySelector(".cursor").getBoundingClientRect();
                  return head.left <= cursor.left - 1;
                })()
                """))
        .isEqualTo(true);
  }

  @Test
  void whatIsNoSoundIsSaidInWords() {
    page.locator("input[type=file]")
        .first()
        .setInputFiles(new FilePayload("letter.txt", "text/plain", "a letter".getBytes(UTF_8)));
    page.locator(".file.failed").waitFor();
    assertThat(page.locator(".file.failed").textContent()).contains("plain text");
    page.locator(".sound.failed .state").waitFor();
    assertThat(page.locator(".timeline").isVisible()).isFalse();
    assertThat(page.locator(".editor").isVisible()).isFalse();
    // The browser itself notes every answer above 399.
    assertThat(complaints).allMatch(each -> each.contains("422"));
    complaints.clear();
  }

  @Test
  void theTokenIsAskedForAndUsed() {
    try (AuricleServer closed =
        new AuricleServer(new ServerOptions(bundles, "127.0.0.1", 0, "secret", LIMITS))) {
      Page other = newPage(closed.port());
      other.getByLabel("Token").last().fill("wrong");
      other.getByText("Continue").click();
      other.getByText("It did not take the last one").waitFor();
      other.locator("#token").fill("secret");
      other.getByText("Continue").click();
      other.locator(".zone").waitFor();
      other.getByText("Live").click();
      other.getByText("Start listening").click();
      await(other, "document.querySelector('.bars .most .name')?.textContent === 'high'");
      other.close();
    }
    assertThat(complaints).allMatch(each -> each.contains("401"));
    complaints.clear();
  }

  @Test
  void theKeyboardReachesEverythingThatCanBeUsed() {
    drop();
    page.locator(".event button").first().click();
    page.getByText("Files").first().focus();
    page.evaluate("document.activeElement.blur()");
    String controls = "button, select, input, a[href], [tabindex='0']";
    long usable =
        page.locator(controls).all().stream()
            .filter(each -> each.isVisible() && each.isEnabled())
            .count();
    page.evaluate("window.reached = new Set()");
    for (int i = 0; i < usable + 10; i++) {
      page.keyboard().press("Tab");
      page.evaluate("window.reached.add(document.activeElement)");
    }
    Object missed =
        page.evaluate(
            "(controls) => [...document.querySelectorAll(controls)]"
                + ".filter((e) => e.checkVisibility() && !e.disabled"
                + " && !e.closest('fieldset:disabled') && !window.reached.has(e))"
                + ".map((e) => e.outerHTML.slice(0, 90))",
            controls);
    assertThat((List<?>) missed).isEmpty();
  }

  @Test
  void theKeyboardMovesTheCursor() {
    drop();
    page.locator(".seeker").focus();
    page.keyboard().press("End");
    assertThat(page.locator(".seeker").getAttribute("aria-valuetext")).isEqualTo("0:09.0");
    page.keyboard().press("PageUp");
    await(page, "Number(document.querySelector('.seeker').ariaValueNow) < 8");
  }

  @Test
  void everyControlHasAName() {
    drop();
    Object nameless =
        page.evaluate(
            "[...document.querySelectorAll('button, select, input, canvas, [role=slider]')]"
                + ".filter((e) => !(e.ariaLabel || e.labels?.length || e.textContent.trim()))"
                + ".map((e) => e.outerHTML.slice(0, 90))");
    assertThat((List<?>) nameless).isEmpty();
  }

  @Test
  void nothingOverflowsATelephone() {
    drop();
    page.setViewportSize(390, 844);
    for (String view : List.of("#files", "#live", "#models", "api")) {
      page.evaluate("(to) => document.querySelector(`nav a[href='${to}']`).click()", view);
      page.locator(view.equals("api") ? ".operation" : "main h1").first().waitFor();
      page.waitForTimeout(200);
      assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
          .as(view)
          .isLessThanOrEqualTo(390);
    }
  }
}
