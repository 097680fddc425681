package dev.auricle.app;

import dev.auricle.audio.AudioClip;
import dev.auricle.audio.AudioWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code auricle warm-up}: runs the commonest commands on a few tones, so that the launcher can
 * archive the classes they load.
 */
@Command(name = "warm-up", hidden = true, description = "Loads what commands load.")
final class WarmUpCommand implements Callable<Integer> {
  private static final int RATE = 16_000;
  private static final int CLIPS = 5;

  @Parameters(paramLabel = "FOLDER", description = "An empty folder to work in.")
  private Path folder = Path.of("");

  @Override
  public Integer call() throws IOException {
    Path sounds = folder.resolve("sounds");
    for (int i = 0; i < CLIPS; i++) {
      tone(sounds.resolve("low"), 200 + 10 * i);
      tone(sounds.resolve("high"), 2000 + 100 * i);
    }
    String data = sounds.toString();
    String bundle = folder.resolve("tones.auricle").toString();
    String report = folder.resolve("tones.html").toString();
    String table = folder.resolve("tones.csv").toString();
    return Main.run("train", data, "-r", "logistic", "-o", bundle, "--report", report, "-q")
        + Main.run("classify", bundle, data, "-q")
        + Main.run("features", data, "-o", table, "-q");
  }

  /** Half a second of a tone, in Hz. */
  private static void tone(Path label, int frequency) throws IOException {
    float[] samples = new float[RATE / 2];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * frequency * i / RATE));
    }
    Path file = Files.createDirectories(label).resolve(frequency + ".wav");
    AudioWriter.write(new AudioClip(samples, RATE), file);
  }
}
