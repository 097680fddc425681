package dev.auricle.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.testing.Shared;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story: the programs in {@code docs/embedding.md} compile as they stand there, and run. */
class EmbeddingPageTest {
  private static final Pattern PROGRAM =
      Pattern.compile("```java\n(.*?public class (\\w+).*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @BeforeEach
  void compile() throws IOException {
    String page = Files.readString(Shared.projectRoot().resolve("docs/embedding.md"));
    List<String> arguments =
        new ArrayList<>(
            List.of("-cp", System.getProperty("java.class.path"), "-d", folder.toString()));
    Matcher programs = PROGRAM.matcher(page);
    while (programs.find()) {
      Path source = folder.resolve(programs.group(2) + ".java");
      Files.writeString(source, programs.group(1));
      arguments.add(source.toString());
    }
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(result).isZero();
  }

  @Test
  void aFileIsClassified() throws Exception {
    Path sound =
        Wav.write(folder.resolve("loud.wav"), 8000, 4000, i -> (float) (0.9 * Math.sin(0.3 * i)));
    String[] lines = run("ClassifyOneFile", bundle().toString(), sound.toString()).split("\n");
    assertThat(lines).hasSize(3);
    assertThat(lines[0]).matches("(quiet|middling|loud) 0\\.\\d{3}");
  }

  @Test
  void samplesAreClassified() throws Exception {
    assertThat(run("ClassifySamples", bundle().toString())).isEqualTo("true 2\n");
  }

  @Test
  void aStreamIsDetectedIn() throws Exception {
    Path sound =
        Wav.write(
            folder.resolve("twice.wav"),
            8000,
            64_000,
            i -> i < 32_000 ? 0 : (i * 7919 % 1000) / 500f - 1);
    String printed = run("DetectInAStream", bundle().toString(), sound.toString());
    assertThat(printed).matches("4\\.0\\d-8\\.00 (loud|middling|quiet)\n");
  }

  private Path bundle() {
    Path file = folder.resolve("tiny.auricle");
    TinyBundle.logMel().write(file);
    return file;
  }

  private String run(String program, String... arguments) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
        PrintStream capture = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(capture);
      loader.loadClass(program).getMethod("main", String[].class).invoke(null, (Object) arguments);
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8).replace("\r", "");
  }
}
