package dev.auricle.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code auricle spectrogram}: a picture of a sound. */
@Command(
    name = "spectrogram",
    description = "Draws a sound's spectrogram as a PNG picture.",
    footer = {"", "Example:", "  auricle spectrogram seven.wav -o seven.png"})
final class SpectrogramCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A sound.")
  private Path file = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The picture (default: the sound's name + .png, here).")
  private @Nullable Path output;

  @Mixin private RunOptions options = new RunOptions();

  @Override
  public Integer call() {
    throw new UnsupportedOperationException();
  }
}
