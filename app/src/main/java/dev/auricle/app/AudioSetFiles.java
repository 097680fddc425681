package dev.auricle.app;

import dev.auricle.audio.fetch.Downloader;
import dev.auricle.audio.fetch.RemoteFile;
import dev.auricle.data.audioset.Ontology;
import dev.auricle.data.audioset.Segment;
import dev.auricle.data.audioset.SegmentList;
import dev.auricle.signal.AuricleException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** AudioSet's lists and ontology: files of the user's, or Google's, downloaded once. */
final class AudioSetFiles {
  private static final String LISTS =
      "https://storage.googleapis.com/us_audioset/youtube_corpus/v1/csv/";
  private static final String ONTOLOGY =
      "https://raw.githubusercontent.com/audioset/ontology/master/ontology.json";
  private static final Set<String> PUBLISHED = Set.of("balanced_train", "eval", "unbalanced_train");

  private final Path folder;
  private final RunOptions options;

  /**
   * @param folder where what is downloaded goes
   */
  AudioSetFiles(Path folder, RunOptions options) {
    this.folder = folder;
    this.options = options;
  }

  List<Segment> segments(List<String> named) {
    List<Segment> segments = new ArrayList<>();
    for (String name : named) {
      segments.addAll(SegmentList.read(list(name)));
    }
    return segments;
  }

  private Path list(String name) {
    if (Files.exists(Path.of(name))) {
      return Path.of(name);
    }
    if (PUBLISHED.contains(name)) {
      String file = name + "_segments.csv";
      return fetch(file, URI.create(LISTS + file));
    }
    throw new AuricleException(
        "no such segment list: " + name + "; expected a file, or one of " + sorted());
  }

  private static String sorted() {
    return String.join(", ", PUBLISHED.stream().sorted().toList());
  }

  Ontology ontology(@Nullable Path named, List<String> lists) {
    if (named != null) {
      return Ontology.read(named);
    }
    List<Path> places = new ArrayList<>();
    for (String list : lists) {
      Path parent = Path.of(list).toAbsolutePath().normalize().getParent();
      places.add(parent);
      places.add(parent == null ? null : parent.getParent());
    }
    places.add(Path.of("").toAbsolutePath());
    for (Path place : places) {
      if (place != null && Files.exists(place.resolve("ontology.json"))) {
        return Ontology.read(place.resolve("ontology.json"));
      }
    }
    return Ontology.read(fetch("ontology.json", URI.create(ONTOLOGY)));
  }

  /** Neither has a published checksum; both are text that is read strictly. */
  private Path fetch(String name, URI address) {
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      return file;
    }
    try (Progress progress = new Progress(options.quiet)) {
      return new Downloader()
          .fetch(
              new RemoteFile(name, List.of(address), -1, null),
              file,
              new DownloadBar(progress, name));
    }
  }
}
