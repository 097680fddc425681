package dev.auricle.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The {@code auricle} script of a distribution (story), with a stand-in for Java that says how it
 * was called: what is tested here is the script.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final String WARNING = "WARNING: Using incubator modules: jdk.incubator.vector";

  @TempDir Path folder;
  private Path home;

  record Outcome(int code, String out, String err) {}

  @BeforeEach
  void unpack() throws IOException {
    home = Files.createDirectories(folder.resolve("a distribution"));
    Files.copy(Path.of("..", "auricle"), home.resolve("auricle"));
    Files.createDirectories(home.resolve("lib"));
    Files.writeString(home.resolve("lib/auricle-app-1.jar"), "a jar");
  }

  @Test
  void argumentsOutputsAndTheExitCodePassThrough() throws Exception {
    Path jdk = jdk("17.0.2", "echo '" + WARNING + "' >&2; echo \"$@\"; echo trouble >&2; exit 3");
    Outcome outcome = launch(home.resolve("auricle"), jdk, "classify", "a file.wav");
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.out()).endsWith("auricle-app-1.jar classify a file.wav\n");
    assertThat(outcome.err()).isEqualTo("trouble\n");
  }

  @Test
  void onlyTheLineOnTheVectorApiIsKeptBack() throws Exception {
    String said =
        "Picked up JAVA_TOOL_OPTIONS: -Da=b\\n"
            + WARNING
            + "\\nWARNING: of something else\\nno newline";
    Path jdk = jdk("17.0.2", "printf '" + said + "' >&2");
    assertThat(launch(home.resolve("auricle"), jdk).err())
        .isEqualTo("Picked up JAVA_TOOL_OPTIONS: -Da=b\nWARNING: of something else\nno newline");
  }

  @Test
  void inputReachesTheCommand() throws Exception {
    Path jdk = jdk("17.0.2", "cat");
    Path input = Files.writeString(folder.resolve("input"), "samples");
    Process process = start(home.resolve("auricle"), jdk).redirectInput(input.toFile()).start();
    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isEqualTo("samples");
  }

  @Test
  void linksLeadToTheDistribution() throws Exception {
    Path jdk = jdk("17.0.2", "echo \"$@\"");
    Path first = Files.createSymbolicLink(folder.resolve("first"), home.resolve("auricle"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), first.getFileName());
    assertThat(launch(second, jdk, "--version").out())
        .contains("-Dauricle.home=" + home.toRealPath() + " ");
  }

  @Test
  void eachJdkGetsTheFlagsItKnows() throws Exception {
    String flag = "--enable-native-access=ALL-UNNAMED";
    String say = "echo \"$@\"";
    assertThat(launch(home.resolve("auricle"), jdk("17.0.2", say)).out()).doesNotContain(flag);
    assertThat(launch(home.resolve("auricle"), jdk("25", say)).out()).contains(flag);
  }

  @Test
  void commandsThatReadHoursOfSoundHaveASmallYoungRoom() throws Exception {
    Path jdk = jdk("17.0.2", "echo \"$@\"");
    for (String command : List.of("features", "detect", "split")) {
      assertThat(launch(home.resolve("auricle"), jdk, command).out()).contains("-Xmn128m");
    }
    assertThat(launch(home.resolve("auricle"), jdk, "train").out()).doesNotContain("-Xmn");
  }

  @Test
  void anOldJavaIsNamedAndRefused() throws Exception {
    Outcome outcome = launch(home.resolve("auricle"), jdk("1.8.0_402", "echo ran"));
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("no Java 17 or newer").contains("is Java 1.8.0_402");
  }

  @Test
  void stoppingTheScriptStopsTheCommand() throws Exception {
    Path mark = folder.resolve("stopped");
    Path jdk =
        jdk(
            "17.0.2",
            "trap 'touch \""
                + mark
                + "\"; exit 143' TERM; echo up; sleep 30 >/dev/null 2>&1 & wait");
    Process process = start(home.resolve("auricle"), jdk).start();
    assertThat(process.inputReader(UTF_8).readLine()).isEqualTo("up");
    process.destroy();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
    assertThat(mark).exists();
  }

  private Outcome launch(Path script, Path jdk, String... arguments) throws Exception {
    Path err = Files.createTempFile(folder, "err", "");
    Process process = start(script, jdk, arguments).redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Outcome(process.waitFor(), out, Files.readString(err));
  }

  /** The script under a path that holds no other Java. */
  private ProcessBuilder start(Path script, Path jdk, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", pathWithoutJava());
    environment.put("JAVA_HOME", jdk.toString());
    environment.put("HOME", folder.toString());
    environment.put("TMPDIR", Files.createDirectories(folder.resolve("tmp")).toString());
    return builder;
  }

  private String pathWithoutJava() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (String tool :
        "cat cksum cut dirname find head ls mkdir mkfifo mv readlink rm sed sleep touch"
            .split(" ")) {
      Path link = bin.resolve(tool);
      for (String place : List.of("/bin", "/usr/bin")) {
        if (!Files.exists(link) && Files.exists(Path.of(place, tool))) {
          Files.createSymbolicLink(link, Path.of(place, tool));
        }
      }
    }
    return bin.toString();
  }

  /** A folder that looks like a JDK whose {@code java} runs some lines of shell. */
  private Path jdk(String version, String body) throws IOException {
    Path jdk = Files.createDirectories(folder.resolve("jdk " + version));
    Files.writeString(
        jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\ncase \"$*\" in *warm-up*) exit 1 ;; esac\n" + body + "\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return jdk;
  }
}
