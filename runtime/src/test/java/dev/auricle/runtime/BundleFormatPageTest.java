package dev.auricle.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Story: {@code docs/bundle-format.md} says what the code does. */
class BundleFormatPageTest {
  private static final Pattern JSON = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  /** Numbers of published networks, which nobody can set. */
  private static final String FIXED = "yamnet-mel mn-mel";

  @Test
  void theExamplesReadAsWhatTheyShow() throws IOException {
    Matcher examples = JSON.matcher(page());
    assertThat(examples.find()).isTrue();
    Map<String, Object> bundle = json(examples.group(1));
    FrontEnd frontEnd = FrontEnds.of(Json.object(bundle, "frontEnd"));
    assertThat(frontEnd).isEqualTo(FrontEnds.preset("mfcc-20"));
    assertThat(Json.object(bundle, "frontEnd")).isEqualTo(FrontEnds.describe(frontEnd));
    Preparation preparation = Preparation.of(Json.object(bundle, "preparation"));
    assertThat(Json.object(bundle, "preparation")).isEqualTo(preparation.describe());
    assertThat(examples.find()).isTrue();
    Map<String, Object> detection = json(examples.group(1));
    DetectionOptions options = DetectionOptions.usual(TinyBundle.logMel()).with(detection);
    assertThat(options.describe()).isEqualTo(detection);
    assertThat(options.ruleOf("animal").minOn()).isEqualTo(0.5);
    assertThat(options.ruleOf("music").minOn()).isEqualTo(1);
    assertThat(examples.find()).isTrue();
    SelfTest selfTest = SelfTest.of(json(examples.group(1)));
    assertThat(selfTest.signal()).isEqualTo(TestSignal.forRate(22050));
    assertThat(selfTest.tolerance()).isEqualTo(SelfTest.NETWORK_TOLERANCE);
  }

  @Test
  void everyPresetAndOptionIsExplained() throws IOException {
    String page = page();
    for (String name : FrontEnds.names()) {
      assertThat(page).contains("`" + name + "`");
      if (!FIXED.contains(name)) {
        for (String option : FrontEnds.describe(FrontEnds.preset(name)).keySet()) {
          assertThat(page).as(name).contains("`" + option + "`");
        }
      }
    }
  }

  private static String page() throws IOException {
    return Files.readString(Shared.projectRoot().resolve("docs/bundle-format.md"));
  }

  private static Map<String, Object> json(String text) {
    return Json.readObject(text.getBytes(StandardCharsets.UTF_8));
  }
}
