package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.TargetDataLine;
import org.junit.jupiter.api.Test;

/** Story: a line of Java Sound is read as mono floats, and what is heard is drawn as bars. */
class ListenTest {
  @Test
  void aLineIsReadToItsEnd() {
    // Two channels: the mean of 0.5 and -0.25, then of the most negative and the most positive.
    byte[] bytes = {0, 64, 0, -32, 0, -128, -1, 127};
    List<String> calls = new ArrayList<>();
    try (Microphone microphone = new Microphone(line(bytes, 2, calls))) {
      assertThat(microphone.rate()).isEqualTo(16_000);
      float[] chunk = new float[10];
      assertThat(microphone.read(chunk)).isEqualTo(2);
      assertThat(chunk[0]).isCloseTo(0.125f, within(1e-6f));
      assertThat(chunk[1]).isCloseTo(0, within(1e-4f));
      assertThat(microphone.read(chunk)).isEqualTo(-1);
    }
    assertThat(calls).containsSubsequence("start", "read", "stop", "close");
  }

  @Test
  void barsShowWhatIsProbable() {
    LiveText text = new LiveText(List.of("music", "speech"), true);
    assertThat(text.bars(3725.4, new float[] {0.5f, 1}).lines())
        .containsExactly(
            "01:02:05",
            "music  ███████████████··············· 0.50",
            "speech ██████████████████████████████ 1.00");
    List<String> many = new ArrayList<>();
    float[] probabilities = new float[100];
    for (int i = 0; i < 100; i++) {
      many.add("label" + i);
      probabilities[i] = i / 100f;
    }
    assertThat(new LiveText(many, true).bars(0, probabilities).lines())
        .hasSize(9)
        .element(1)
        .asString()
        .startsWith("label99");
  }

  @Test
  void withoutAMicrophoneItSaysWhatToDo() {
    Shell run = Shell.run("listen");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("name a bundle");
    Shell devices = Shell.run("listen", "--devices");
    assertThat(devices.code()).isZero();
    assertThat(devices.out().isEmpty())
        .isEqualTo(devices.err().contains("no microphone was found; plug one in"));
    assertThat(Microphone.refusal("", "Mixer not supported: null", List.of()))
        .isEqualTo(Microphone.NONE);
    assertThat(Microphone.refusal("usb", "no such device", List.of("built in")))
        .contains("named 'usb'", "no such device", "there are [built in]", "--device");
  }

  /** A line that holds some bytes and then is at its end. */
  static TargetDataLine line(byte[] bytes, int channels, List<String> calls) {
    int[] at = {0};
    return (TargetDataLine)
        Proxy.newProxyInstance(
            ListenTest.class.getClassLoader(),
            new Class<?>[] {TargetDataLine.class},
            (proxy, method, arguments) -> {
              calls.add(method.getName());
              return switch (method.getName()) {
                case "getFormat" -> new AudioFormat(16_000, 16, channels, true, false);
                case "read" -> {
                  int count = Math.min((int) arguments[2], bytes.length - at[0]);
                  System.arraycopy(bytes, at[0], (byte[]) arguments[0], (int) arguments[1], count);
                  at[0] += count;
                  yield count;
                }
                default -> null;
              };
            });
  }
}
