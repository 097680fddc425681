package dev.auricle.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Small trees and random datasets that tests make. */
final class Samples {
  private Samples() {}

  /** Creates files with a few bytes in them. */
  static Path tree(Path root, String... files) {
    for (String file : files) {
      write(root, file, "x");
    }
    return root;
  }

  static Path write(Path root, String file, String text) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      return Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Groups of one to six clips, each of one label, at least four groups a label. */
  static Dataset singleLabelGroups(long seed) {
    Random random = new Random(seed);
    List<Example> examples = new ArrayList<>();
    int labels = 2 + random.nextInt(6);
    int group = 0;
    for (int l = 0; l < labels; l++) {
      int groups = 6 + random.nextInt(15);
      for (int g = 0; g < groups; g++, group++) {
        int clips = 1 + random.nextInt(6);
        for (int c = 0; c < clips; c++) {
          examples.add(example(examples.size(), List.of("label" + l), "g" + group));
        }
      }
    }
    Collections.shuffle(examples, random);
    return dataset(examples);
  }

  /** Groups that carry several labels, and clips that do. */
  static Dataset mixed(long seed) {
    Random random = new Random(seed);
    List<Example> examples = new ArrayList<>();
    int groups = 6 + random.nextInt(30);
    int clips = 60 + random.nextInt(200);
    for (int i = 0; i < clips; i++) {
      List<String> labels = new ArrayList<>(List.of("label" + random.nextInt(4)));
      if (random.nextInt(4) == 0) {
        labels.add("label" + (4 + random.nextInt(2)));
      }
      int group = i < groups ? i : random.nextInt(groups);
      examples.add(example(i, labels, "g" + group));
    }
    return dataset(examples);
  }

  static Dataset dataset(List<Example> examples) {
    return Datasets.of(
        Path.of("made"), new Datasets.Found("made", "made", "speaker", examples, List.of()));
  }

  static Example example(int i, List<String> labels, String group) {
    String id = String.format("clip%04d.wav", i);
    return new Example(id, Path.of(id), null, null, labels, group, null, null);
  }
}
