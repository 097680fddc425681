package dev.auricle.app;

import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;
import org.jspecify.annotations.Nullable;

/** A recording line of Java Sound as mono floats: 16 bits, one channel, or the mean of two. */
final class Microphone implements AutoCloseable {
  private static final DataLine.Info ANY = new DataLine.Info(TargetDataLine.class, null);
  private static final int BYTES = 2;

  static final String NONE =
      "no microphone was found; plug one in, or allow recording in the system's settings";

  private final TargetDataLine line;
  private final int channels;
  private final int rate;
  private byte[] bytes = new byte[0];

  /** Reads from a line that is open, and starts it. */
  Microphone(TargetDataLine line) {
    this.line = line;
    this.channels = line.getFormat().getChannels();
    this.rate = Math.round(line.getFormat().getSampleRate());
    line.start();
  }

  /** Names of the devices that can record. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Mixer.Info info : AudioSystem.getMixerInfo()) {
      if (AudioSystem.getMixer(info).isLineSupported(ANY)) {
        names.add(info.getName());
      }
    }
    return names;
  }

  /**
   * Opens the device whose name holds {@code name}, at {@code rate} Hz or else at one that it has.
   *
   * @throws AuricleException if there is none, or another program has it
   */
  static Microphone open(String name, int rate) {
    String refused = "no such device";
    for (Mixer.@Nullable Info info : mixers(name)) {
      for (int each : IntStream.of(rate, 48_000, 44_100, 16_000).distinct().toArray()) {
        for (int channels = 1; channels <= 2; channels++) {
          AudioFormat format = new AudioFormat(each, 8 * BYTES, channels, true, false);
          try {
            TargetDataLine line = AudioSystem.getTargetDataLine(format, info);
            line.open(format, each * channels * BYTES);
            return new Microphone(line);
          } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            refused = String.valueOf(e.getMessage());
          }
        }
      }
    }
    throw new AuricleException(refusal(name, refused, names()));
  }

  /** Why none can be opened. */
  static String refusal(String name, String refused, List<String> names) {
    return names.isEmpty()
        ? NONE
        : "no microphone "
            + (name.isEmpty() ? "" : "named '" + name + "' ")
            + "can be opened ("
            + refused
            + "); there are "
            + names
            + ": plug one in, choose one with --device, or allow recording in the system's"
            + " settings";
  }

  /** Those of that name; for no name the system's own choice, which is null. */
  private static List<Mixer.@Nullable Info> mixers(String name) {
    List<Mixer.@Nullable Info> mixers = new ArrayList<>();
    if (name.isEmpty()) {
      mixers.add(null);
      return mixers;
    }
    String wanted = name.toLowerCase(Locale.ROOT);
    for (Mixer.Info info : AudioSystem.getMixerInfo()) {
      boolean records = AudioSystem.getMixer(info).isLineSupported(ANY);
      if (records && info.getName().toLowerCase(Locale.ROOT).contains(wanted)) {
        mixers.add(info);
      }
    }
    return mixers;
  }

  /** Samples a second. */
  int rate() {
    return rate;
  }

  /** Waits for sound and fills the chunk; gives how many samples, or -1 once the line is closed. */
  int read(float[] chunk) {
    int frame = BYTES * channels;
    if (bytes.length < chunk.length * frame) {
      bytes = new byte[chunk.length * frame];
    }
    int count = line.read(bytes, 0, chunk.length * frame) / frame;
    for (int i = 0; i < count; i++) {
      int sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        int at = i * frame + BYTES * channel;
        sum += (bytes[at + 1] << 8) | (bytes[at] & 0xff);
      }
      chunk[i] = sum / (32768f * channels);
    }
    return count <= 0 ? -1 : count;
  }

  /** Ends a read that waits; what comes after is at the end. */
  void stop() {
    line.stop();
    line.close();
  }

  @Override
  public void close() {
    stop();
  }
}
