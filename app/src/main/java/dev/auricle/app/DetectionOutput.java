package dev.auricle.app;

import dev.auricle.runtime.DetectionOptions;
import dev.auricle.runtime.labels.LabelFiles;
import dev.auricle.runtime.labels.LabelFormat;
import dev.auricle.runtime.labels.SoundEvents;
import dev.auricle.signal.AuricleException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a long run writes: one file of all events, put together at the end, or a folder with a
 * label file for each sound. The {@link DetectionJournal} beside it makes a stopped run go on.
 */
final class DetectionOutput {
  private final Path target;
  private final LabelFormat format;
  private final List<Path> files;
  private final Map<Path, Path> places;
  private final DetectionJournal journal;
  private final int resumed;

  private DetectionOutput(
      Path target,
      LabelFormat format,
      List<Path> files,
      Map<Path, Path> places,
      DetectionJournal journal) {
    this.target = target;
    this.format = format;
    this.files = files;
    this.places = places;
    this.journal = journal;
    this.resumed = (int) files.stream().filter(this::has).count();
  }

  /**
   * Opens what a run writes to.
   *
   * @param target a folder where it is one, or where its name has no ending and there are several
   *     sounds or one of a format without a given name; else a file
   */
  static DetectionOutput open(
      Path target,
      @Nullable LabelFormat wanted,
      List<Path> inputs,
      List<Path> files,
      Path bundle,
      DetectionOptions options,
      Set<String> labels) {
    String name = String.valueOf(target.getFileName());
    boolean folder = isFolder(target);
    LabelFormat format = format(target, wanted);
    if (!folder && files.size() > 1 && !format.holdsManySounds()) {
      throw new AuricleException(
          "a file of format "
              + format
              + " holds the labels of one sound, found "
              + files.size()
              + "; name a folder with -o for one file each, or choose csv, jsonl or rttm");
    }
    Map<Path, Path> places = folder ? places(target, format, inputs, files) : Map.of();
    Path journal =
        folder
            ? target.resolve(".auricle-detect.journal")
            : target.resolveSibling(name + ".journal");
    return new DetectionOutput(
        target, format, files, places, DetectionJournal.open(journal, bundle, options, labels));
  }

  /** What is written there: as wanted, else as the name ends, in a folder CSV. */
  static LabelFormat format(Path target, @Nullable LabelFormat wanted) {
    if (wanted != null) {
      return wanted;
    }
    return isFolder(target)
        ? LabelFormat.CSV
        : LabelFormat.of(String.valueOf(target.getFileName()));
  }

  private static boolean isFolder(Path target) {
    return Files.isDirectory(target) || !String.valueOf(target.getFileName()).contains(".");
  }

  /**
   * A label file for each sound, in folders as the sounds are, below the name of the folder that
   * was given where there are several; no two share one.
   */
  private static Map<Path, Path> places(
      Path folder, LabelFormat format, List<Path> inputs, List<Path> files) {
    Map<Path, Path> places = new LinkedHashMap<>();
    Map<Path, Integer> uses = new HashMap<>();
    Map<Path, Path> relatives = new LinkedHashMap<>();
    boolean several = inputs.stream().filter(Files::isDirectory).count() > 1;
    for (Path file : files) {
      Path relative =
          inputs.stream()
              .filter(input -> !input.equals(file) && file.startsWith(input))
              .findFirst()
              .map(input -> several ? below(input, file) : input.relativize(file))
              .orElse(file.getFileName());
      relatives.put(file, relative);
      uses.merge(relative.resolveSibling(SoundFiles.baseName(relative)), 1, Integer::sum);
    }
    Set<Path> taken = new HashSet<>();
    relatives.forEach(
        (file, relative) -> {
          Path base = relative.resolveSibling(SoundFiles.baseName(relative));
          String plain = String.valueOf(uses.getOrDefault(base, 0) == 1 ? base : relative);
          Path place = folder.resolve(plain + "." + format.extension());
          for (int i = 2; !taken.add(place); i++) {
            place = folder.resolve(plain + "-" + i + "." + format.extension());
          }
          places.put(file, place);
        });
    return places;
  }

  private static Path below(Path input, Path file) {
    Path inside = input.relativize(file);
    Path name = input.toAbsolutePath().normalize().getFileName();
    return name == null ? inside : name.resolve(inside);
  }

  /** Whether an earlier run has done this file, as it is now and with these settings. */
  boolean has(Path file) {
    Path place = places.get(file);
    return journal.find(file) != null && (place == null || Files.exists(place));
  }

  int resumed() {
    return resumed;
  }

  /** What an earlier run found in those that it has done. */
  List<SoundEvents> earlier() {
    return files.stream().filter(this::has).map(journal::find).filter(Objects::nonNull).toList();
  }

  /** Keeps a sound's events; may be called from several threads. */
  void add(Path file, SoundEvents events) {
    Path place = places.get(file);
    if (place != null) {
      LabelFiles.write(List.of(events), format, place);
    }
    journal.add(file, events);
  }

  /** Ends a run that was stopped: the journal stays. */
  void stop() {
    journal.close(false);
  }

  /** Writes the file of all events; the journal stays where something failed. */
  void finish(boolean complete) {
    if (places.isEmpty()) {
      List<SoundEvents> all = new ArrayList<>();
      for (Path file : files) {
        SoundEvents events = journal.find(file);
        if (events != null) {
          all.add(events);
        }
      }
      LabelFiles.write(all, format, target);
    }
    journal.close(complete);
  }
}
