package dev.auricle.data.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.data.Layouts;
import dev.auricle.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Story: 3,000 spoken digits, twenty of which come back in the test split as MP3, shifted and
 * quieter. At least nineteen are found, with one false alarm at most.
 */
class PlantedDuplicatesTest {
  private static final int PLANTED = 20;

  @TempDir Path work;

  @Test
  void digitsThatComeBackInDisguiseAreFound() throws IOException {
    Dataset fsdd = Layouts.open(Shared.require("data/FSDD"));
    StringBuilder manifest = new StringBuilder("path,label,group,split\n");
    List<Example> train = new ArrayList<>();
    for (Example e : fsdd.examples()) {
      row(manifest, e.path(), e.label(), e.id(), String.valueOf(e.split()));
      if ("train".equals(e.split())) {
        train.add(e);
      }
    }
    Random random = new Random(42);
    Collections.shuffle(train, random);
    Map<String, String> disguises = new HashMap<>();
    for (Example e : train.subList(0, PLANTED)) {
      Path mp3 = work.resolve("test-" + e.path().getFileName().toString().replace("wav", "mp3"));
      int shift = 20 + random.nextInt(180);
      double quieter = -3 - 12 * random.nextDouble();
      String filter = String.format(Locale.ROOT, "adelay=%d,volume=%.1fdB", shift, quieter);
      Ffmpeg.convert(e.path(), filter, mp3, "-b:a", (24 + 8 * random.nextInt(3)) + "k");
      row(manifest, mp3, e.label(), mp3.getFileName().toString(), "test");
      disguises.put(mp3.getFileName().toString(), e.path().toString());
    }
    Dataset dataset = Layouts.open(Files.writeString(work.resolve("list.csv"), manifest));
    Findings findings = Audit.run(dataset, dataset.defaultProtocol(), 2, Audit.Progress.NONE);

    Set<String> found = new HashSet<>();
    List<Leak> falseAlarms = new ArrayList<>();
    for (Leak leak : findings.leaks()) {
      String disguise = leak.ids().stream().filter(disguises::containsKey).findFirst().orElse("");
      if (leak.crosses() && leak.ids().contains(disguises.get(disguise))) {
        found.add(disguise);
      } else {
        falseAlarms.add(leak);
      }
    }
    System.out.printf(
        "planted %d, found %d, false alarms %d%n", PLANTED, found.size(), falseAlarms.size());
    disguises.keySet().stream().filter(d -> !found.contains(d)).forEach(System.out::println);
    assertThat(found).hasSizeGreaterThanOrEqualTo(19);
    assertThat(falseAlarms).hasSizeLessThanOrEqualTo(1);
  }

  private static void row(StringBuilder to, Path path, String label, String group, String split) {
    to.append(path.toAbsolutePath().normalize())
        .append(',')
        .append(label)
        .append(',')
        .append(group)
        .append(',')
        .append(split)
        .append('\n');
  }
}
