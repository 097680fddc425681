package dev.auricle.app;

import dev.auricle.audio.AudioClip;
import dev.auricle.audio.AudioReader;
import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.data.ExampleAudio;
import dev.auricle.learn.picture.Panel;
import dev.auricle.learn.picture.PictureOptions;
import dev.auricle.learn.picture.SpectrogramPicture;
import dev.auricle.learn.similarity.EmbeddedClips;
import dev.auricle.learn.similarity.Embedder;
import dev.auricle.learn.similarity.Neighbour;
import java.io.IOException;
import java.nio.file.Files;
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

/** {@code auricle nearest}: the clips of a dataset that sound most like a file. */
@Command(
    name = "nearest",
    customSynopsis = "auricle nearest [OPTIONS] [M] FILE DATA",
    description = "Finds the clips of a dataset that are most like a sound.",
    footer = {
      "",
      "Clips are compared by the cosine between embeddings, which are kept on disk:",
      "the second question to a dataset is answered at once. A bundle compares in the",
      "sense of its own labels.",
      "",
      "Example:",
      "  auricle nearest new.wav sounds/",
      "  auricle nearest sounds.auricle new.wav sounds/ -k 8 -o alike.png"
    })
final class NearestCommand implements Callable<Integer> {
  private static final int PANEL_HEIGHT = 150;
  private static final int COLUMNS = 2;

  @Parameters(
      arity = "2..3",
      paramLabel = "M FILE DATA",
      hideParamSyntax = true,
      description =
          "A bundle, or mn04 (where left out), mn05, mn10, mn20, yamnet or mobilenet-image; the"
              + " sound; the dataset.")
  private List<String> words = List.of();

  @Option(
      names = {"-k", "--count"},
      paramLabel = "K",
      defaultValue = "5",
      description = "How many clips (default: ${DEFAULT-VALUE}).")
  private int count = 5;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.png",
      description = "Also draw the sound and what was found.")
  private @Nullable Path picture;

  @Mixin private DataOptions subset = new DataOptions();
  @Mixin private RunOptions options = new RunOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (count < 1) {
      throw new ParameterException(
          Specs.commandLine(spec), "-k takes a number of clips, at least 1; found " + count);
    }
    Path file = Path.of(words.get(words.size() - 2));
    Dataset dataset = subset.open(Path.of(words.get(words.size() - 1)));
    Path drawn = picture;
    if (drawn != null) {
      List<Path> read = Outputs.read(file, dataset);
      // The bundle, or the name of a network; the dataset's manifest.
      read.add(Path.of(words.get(0)));
      read.add(Path.of(words.get(words.size() - 1)));
      Outputs.check(drawn, read, Specs.commandLine(spec));
      Outputs.requirePng(drawn, Specs.commandLine(spec));
    }
    Example query = new Example(file.toString(), file, null, null, List.of("?"), "", null, null);
    try (Embedder embedder = Embedder.of(words.size() == 3 ? words.get(0) : "mn04")) {
      float[] vector = EmbeddedClips.embed(query, embedder);
      EmbeddedClips clips = embed(dataset, embedder);
      List<Neighbour> nearest = clips.nearest(vector, count, clip -> !same(clip.path(), file));
      if (drawn != null) {
        draw(query, nearest, drawn);
      }
      if (options.json) {
        System.out.println(Json.pretty(forPrograms(file, embedder, clips, nearest)));
      } else {
        print(file, embedder, clips, nearest);
      }
      return clips.failures().isEmpty() ? 0 : nearest.isEmpty() ? 1 : 3;
    }
  }

  private EmbeddedClips embed(Dataset dataset, Embedder embedder) {
    String stage = "embedding " + dataset.examples().size() + " clips by " + embedder.name();
    try (Progress progress = new Progress(options.quiet)) {
      return EmbeddedClips.of(dataset, embedder, options.threads, progress.enter(stage));
    }
  }

  /** The sound itself may lie in the dataset, and is no answer. */
  private static boolean same(Path a, Path b) {
    try {
      return Files.isSameFile(a, b);
    } catch (IOException e) {
      return false;
    }
  }

  private void print(Path file, Embedder embedder, EmbeddedClips clips, List<Neighbour> nearest) {
    System.out.printf(
        "%s among %d clips, by %s:%n", file, clips.examples().size(), embedder.name());
    TextTable table = new TextTable("clip", "label", "cosine");
    for (Neighbour found : nearest) {
      table.add(found.example().id(), labels(found.example()), similarity(found));
    }
    System.out.print(table);
    Announcement.warnings(clips.failures());
  }

  private static String labels(Example example) {
    return String.join(", ", example.labels());
  }

  private static String similarity(Neighbour found) {
    return String.format(Locale.ROOT, "%.3f", found.similarity());
  }

  private static Map<String, Object> forPrograms(
      Path file, Embedder embedder, EmbeddedClips clips, List<Neighbour> nearest) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Neighbour found : nearest) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("clip", found.example().id());
      row.put("path", found.example().path().toString());
      row.put("labels", found.example().labels());
      row.put("similarity", found.similarity());
      rows.add(row);
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("file", file.toString());
    map.put("embedding", embedder.name());
    map.put("clips", clips.examples().size());
    map.put("nearest", rows);
    map.put("failures", clips.failures());
    return map;
  }

  private void draw(Example query, List<Neighbour> nearest, Path drawn) {
    List<Panel> panels = new ArrayList<>();
    AudioClip sound = AudioReader.read(query.path(), AudioReader.NATIVE_RATE);
    panels.add(Panel.of(String.valueOf(query.path().getFileName()), sound));
    for (Neighbour found : nearest) {
      Example example = found.example();
      String title = similarity(found) + "  " + labels(example) + "  " + example.id();
      panels.add(Panel.of(title, ExampleAudio.read(example)));
    }
    SpectrogramPicture.write(panels, drawn, axes(panels));
    if (!options.json) {
      System.out.println("picture: " + drawn);
    }
  }

  /** One time scale and one frequency axis, up to what every sound can hold. */
  static PictureOptions axes(List<Panel> panels) {
    double seconds = 0;
    double high = Double.POSITIVE_INFINITY;
    for (Panel panel : panels) {
      AudioClip clip = panel.clip();
      if (clip != null) {
        seconds = Math.max(seconds, clip.seconds());
        high = Math.min(high, clip.sampleRate() / 2.0);
      }
    }
    PictureOptions usual = PictureOptions.usual();
    return usual
        .withSize(usual.width(), PANEL_HEIGHT, COLUMNS)
        .withFrequencies(usual.scale(), 0, high)
        .withSeconds(seconds);
  }
}
