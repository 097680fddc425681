package dev.auricle.data.audioset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.data.Dataset;
import dev.auricle.data.Layouts;
import dev.auricle.testing.Shared;
import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Property: the draw, and what comes of it with programs that fail as the real ones do. */
class ClipDownloadTest {
  @TempDir Path dir;
  private Path bin;

  /** AudioSet's ids of speech and of a kind of it. */
  private static final RollUp CLASSES =
      new RollUp(Map.of("Speech", Set.of("/m/09x0r", "/m/05zppz")));

  @BeforeEach
  void fakePrograms() throws IOException {
    bin = Files.createDirectories(dir.resolve("bin"));
    Path wav = Wav.write(dir.resolve("tone.wav"), Wav.tone(300, 0.1, 8000, 1), 8000);
    script(
        "yt-dlp",
        """
        for last; do :; done
        echo "$last" >> %s/asked
        while [ "$1" != --output ]; do shift; done
        out=$(echo "$2" | sed 's/%%(ext)s/webm/')
        case "$last" in
          *gone*) echo "ERROR: [youtube] abc-_123: Video unavailable" >&2; exit 1;;
          *rude*) exit 3;;
          *busy*) echo "ERROR: [youtube] abc: Unable to download: HTTP Error 429: Too Many"; exit 1;;
        esac
        cp %s "$out"
        """
            .formatted(dir, wav));
    script(
        "ffmpeg",
        "for last; do :; done\nwhile [ \"$1\" != -i ]; do shift; done\ncp \"$2\" \"$last\"\n");
  }

  @Test
  void theDrawIsTheSameForTheSameSeedWhateverTheOrder() {
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      segments.add(segment("video" + i, i % 2 == 0 ? "/m/09x0r" : "/m/05zppz"));
    }
    Choice once = Choice.draw(segments, CLASSES, 7);
    Collections.shuffle(segments, new Random(1));
    assertThat(Choice.draw(segments, CLASSES, 7)).isEqualTo(once);
    assertThat(Choice.draw(segments, CLASSES, 8)).isNotEqualTo(once);
    assertThat(once.draws().get("Speech")).hasSize(50);
  }

  @Test
  void theRealOntologyRollsUpAndLeavesOutWhatCarriesTwo() {
    Ontology ontology = Ontology.read(Shared.require("data/AudioSet/ontology.json"));
    RollUp four = ontology.rollUp(List.of("Speech", "Music", "Animal", "Vehicle"));
    String guitar = ontology.find("Acoustic guitar").id();
    String man = ontology.find("Male speech, man speaking").id();
    String dog = ontology.find("Bark").id();
    String car = ontology.find("Car alarm").id();
    String rain = ontology.find("Rain").id();
    Choice choice =
        Choice.draw(
            List.of(
                segment("aaaaaaaaaaa", guitar, rain),
                segment("bbbbbbbbbbb", man),
                segment("ccccccccccc", dog),
                segment("ddddddddddd", car),
                segment("eeeeeeeeeee", man, guitar),
                segment("fffffffffff", rain)),
            four,
            1);
    assertThat(choice.ambiguous()).isEqualTo(1);
    assertThat(choice.draws().keySet()).containsExactly("Speech", "Music", "Animal", "Vehicle");
    assertThat(choice.draws().values()).allMatch(drawn -> drawn.size() == 1);
    assertThat(choice.draws().get("Music").get(0).video()).isEqualTo("aaaaaaaaaaa");
  }

  @Test
  void aClassThatNothingCarriesIsAnError() {
    assertThatThrownBy(() -> Choice.draw(List.of(segment("a", "/m/other")), CLASSES, 1))
        .hasMessageContaining("carries Speech");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatIsGoneIsReplacedAndToldAndNotAskedForAgain() throws IOException {
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      segments.add(segment("good" + i, "/m/09x0r"));
      segments.add(segment("gone" + i, "/m/09x0r"));
    }
    segments.add(segment("rude", "/m/09x0r"));
    Choice choice = Choice.draw(segments, CLASSES, 3);
    Path folder = dir.resolve("out");
    ClipDownload.Result first = run(choice, 6, folder, false);
    assertThat(first.had()).containsEntry("Speech", 6);
    assertThat(first.failures()).isNotEmpty();
    assertThat(first.failures().values()).containsAnyOf("Video unavailable", "ended with code 3");
    List<String> asked = Files.readAllLines(dir.resolve("asked"));
    assertThat(asked).doesNotHaveDuplicates().allMatch(a -> a.contains("youtube.com/watch?v="));

    ClipDownload.Result again = run(choice, 6, folder, false);
    assertThat(again).isEqualTo(first);
    assertThat(Files.readAllLines(dir.resolve("asked"))).isEqualTo(asked);

    Path lost;
    try (Stream<Path> clips = Files.list(folder.resolve("Speech"))) {
      lost = clips.sorted().findFirst().orElseThrow();
    }
    Files.delete(lost);
    assertThat(run(choice, 6, folder, false).had()).isEqualTo(first.had());
    assertThat(Files.readAllLines(dir.resolve("asked"))).hasSize(asked.size() + 1);

    run(choice, 6, folder, true);
    assertThat(Files.readAllLines(dir.resolve("asked")))
        .hasSize(asked.size() + 1 + first.failures().size());

    Dataset dataset = Layouts.open(folder);
    assertThat(dataset.examples()).hasSize(6).allMatch(e -> e.group().startsWith("good"));
    assertThat(dataset.examples()).as("cut already").allMatch(e -> e.start() == null);
    assertThat(dataset.warnings()).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void tooFewAreToldAsTooFew() {
    Choice choice =
        Choice.draw(List.of(segment("good", "/m/09x0r"), segment("gone", "/m/09x0r")), CLASSES, 3);
    ClipDownload.Result result = run(choice, 5, dir.resolve("out"), false);
    assertThat(result.had()).containsEntry("Speech", 1);
    assertThat(result.failures()).hasSize(1);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aServerThatHasHadEnoughIsNotAskedForTheWholeDraw() throws IOException {
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      segments.add(segment("busy" + i, "/m/09x0r"));
    }
    Choice choice = Choice.draw(segments, CLASSES, 3);
    ClipDownload.Result result = run(choice, 50, dir.resolve("out"), false);
    assertThat(result.stopped()).isTrue();
    assertThat(Files.readAllLines(dir.resolve("asked"))).hasSizeBetween(10, 12);
    assertThat(dir.resolve("out/failed.tsv")).as("they may be there").isEmptyFile();
    assertThat(result.had()).containsEntry("Speech", 0);
  }

  @Test
  void withoutTheProgramsTheManifestIsWrittenAndTheirSourcesNamed() throws IOException {
    Programs none = Programs.in(dir.resolve("nowhere").toString());
    assertThat(none.missing()).hasSize(2).allMatch(m -> m.contains("https://"));
    Choice choice = Choice.draw(List.of(segment("good", "/m/09x0r")), CLASSES, 3);
    assertThat(new ClipDownload(choice, 5, dir.resolve("out")).writeManifest())
        .containsEntry("Speech", 1);
    assertThat(dir.resolve("out/manifest.csv"))
        .hasContent(
            "path,label,group,video,cut_from,cut_to\n"
                + "\"Speech/good_30.000.flac\",\"Speech\",good,good,30.000,40.000\n");
  }

  private ClipDownload.Result run(Choice choice, int perClass, Path folder, boolean retry) {
    Programs programs = Programs.in(bin.toString());
    assertThat(programs.missing()).isEmpty();
    return new ClipDownload(choice, perClass, folder).run(programs, 3, retry, (h, w, f) -> {});
  }

  private static Segment segment(String video, String... classes) {
    return new Segment(1, video, 30, 40, List.of(classes));
  }

  private void script(String name, String body) throws IOException {
    Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + body);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
