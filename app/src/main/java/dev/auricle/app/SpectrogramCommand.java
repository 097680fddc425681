package dev.auricle.app;

import dev.auricle.audio.AudioClip;
import dev.auricle.audio.AudioReader;
import dev.auricle.learn.picture.ColourMap;
import dev.auricle.learn.picture.FrequencyScale;
import dev.auricle.learn.picture.Panel;
import dev.auricle.learn.picture.PictureOptions;
import dev.auricle.learn.picture.SpectrogramPicture;
import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle spectrogram}: sounds as pictures. */
@Command(
    name = "spectrogram",
    description = "Draws sounds' spectrograms, one panel each, as one PNG picture.",
    footer = {
      "",
      "Examples:",
      "  auricle spectrogram seven.wav -o seven.png",
      "  auricle spectrogram dog.wav cat.wav --waveform --columns 2 --high 8000"
    })
final class SpectrogramCommand implements Callable<Integer> {
  private static final int MOST_PANELS = 100;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Sounds, or folders of them.")
  private List<Path> inputs = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The picture (default: the first sound's name + .png, here).")
  private @Nullable Path output;

  @Option(names = "--waveform", description = "Draw the waveform above each spectrogram.")
  private boolean waveform;

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      defaultValue = "mel",
      description = "Frequency axis: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private FrequencyScale scale = FrequencyScale.MEL;

  @Option(
      names = "--colours",
      paramLabel = "MAP",
      defaultValue = "magma",
      description = "Colours: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private ColourMap colours = ColourMap.MAGMA;

  @Option(names = "--low", paramLabel = "HZ", description = "Lowest frequency (default: 0).")
  private double low;

  @Option(
      names = "--high",
      paramLabel = "HZ",
      description = "Highest frequency, at most half the sample rate (default: that).")
  private double high = Double.POSITIVE_INFINITY;

  @Option(
      names = "--range",
      paramLabel = "DB",
      defaultValue = "80",
      description = "Levels shown, below the loudest (default: ${DEFAULT-VALUE} dB).")
  private double range = 80;

  @Option(
      names = "--columns",
      paramLabel = "N",
      defaultValue = "1",
      description = "Panels side by side (default: ${DEFAULT-VALUE}).")
  private int columns = 1;

  @Option(
      names = "--width",
      paramLabel = "POINTS",
      defaultValue = "960",
      description = "Width; two pixels a point (default: ${DEFAULT-VALUE}).")
  private int width = 960;

  @Option(
      names = "--height",
      paramLabel = "POINTS",
      defaultValue = "240",
      description = "Height of each spectrogram (default: ${DEFAULT-VALUE}).")
  private int height = 240;

  @Mixin private RunOptions options = new RunOptions();

  @Override
  public Integer call() {
    PictureOptions picture = pictureOptions();
    List<Path> files = SoundFiles.expand(inputs);
    if (files.size() > MOST_PANELS) {
      throw new AuricleException(
          "%d sounds are too many for one picture, which holds %d; name fewer"
              .formatted(files.size(), MOST_PANELS));
    }
    Path named = output;
    Path target = named == null ? Path.of(SoundFiles.baseName(files.get(0)) + ".png") : named;
    Outputs.check(target, files, Specs.commandLine(spec));
    Outputs.requirePng(target, Specs.commandLine(spec));
    List<Panel> panels = new ArrayList<>();
    for (Path file : files) {
      try {
        String title = String.valueOf(file.getFileName());
        AudioClip clip = AudioReader.read(file, AudioReader.NATIVE_RATE);
        panels.add(Panel.of(title, clip));
        sayWhereItEnds(file, clip.sampleRate());
      } catch (AuricleException e) {
        System.err.println("auricle: " + e.getMessage());
      }
    }
    if (panels.isEmpty()) {
      return 1;
    }
    SpectrogramPicture.write(panels, target, picture);
    print(target, panels.size());
    return panels.size() < files.size() ? 3 : 0;
  }

  private void sayWhereItEnds(Path file, int rate) {
    if (high > rate / 2.0 && high < Double.POSITIVE_INFINITY) {
      System.err.printf(
          Locale.ROOT,
          "auricle: %s: sampled at %d Hz, it holds nothing above %d Hz; its picture ends there, not"
              + " at --high %.0f%n",
          file,
          rate,
          rate / 2,
          high);
    }
  }

  private PictureOptions pictureOptions() {
    try {
      if (!(low >= 0 && low < high)) {
        throw new IllegalArgumentException(
            "--low must be at least 0 and below --high, found %s and %s".formatted(low, high));
      }
      return PictureOptions.usual()
          .withSize(width, height, columns)
          .withColours(colours, range)
          .withFrequencies(scale, low, high)
          .withWaveform(waveform);
    } catch (IllegalArgumentException e) {
      CommandSpec command = spec;
      if (command == null) {
        throw e;
      }
      throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private void print(Path target, int panels) {
    if (options.json) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("picture", target.toString());
      line.put("panels", panels);
      System.out.println(Json.line(line));
    } else {
      System.out.println("picture: " + target);
    }
  }
}
