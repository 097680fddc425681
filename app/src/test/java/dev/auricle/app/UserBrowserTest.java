package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Story: the page is opened in each system's own way. */
class UserBrowserTest {
  @ParameterizedTest
  @CsvSource({"Linux, xdg-open", "Mac OS X, open", "Windows 11, rundll32"})
  void eachSystemHasItsWay(String system, String program) {
    assertThat(UserBrowser.command(system, "http://127.0.0.1:8080/"))
        .startsWith(program)
        .endsWith("http://127.0.0.1:8080/");
  }
}
