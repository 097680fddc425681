package dev.auricle.app;

import dev.auricle.audio.fetch.Downloader;
import dev.auricle.data.Dataset;
import dev.auricle.data.corpus.Corpora;
import dev.auricle.data.corpus.Corpus;
import dev.auricle.data.corpus.CorpusDownload;
import dev.auricle.signal.AuricleException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auricle data get}: a corpus from its publisher, whole or not at all. */
@Command(
    name = "get",
    description = "Downloads a corpus, checks it, unpacks it, and says what was recognised.",
    footer = {
      "",
      "A stopped download goes on where it was when the same command is given again;",
      "the folder appears when everything is there. AudioSet's clips are brought by",
      "yt-dlp and FFmpeg; without them the manifest is written, and what to install is",
      "said.",
      "",
      "Example:",
      "  auricle data get esc50",
      "  auricle data get urbansound8k -o urban --from ~/Downloads/UrbanSound8K.tar.gz",
      "  auricle data get audioset --classes Speech,Music,Animal,Vehicle \\",
      "      --per-class 100 --segments balanced_train -o four-classes"
    })
final class DataGetCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "As 'data list' names it, or audioset.")
  private String name = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder to make (default: NAME, here).")
  private @Nullable Path output;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "An archive fetched by hand, instead of a download; may be repeated.")
  private List<Path> from = new ArrayList<>();

  @Option(
      names = {"-y", "--yes"},
      description = "The licence suits: do not ask.")
  private boolean yes;

  @ArgGroup(validate = false, heading = "%nAudioSet only:%n")
  private AudioSetOptions audioSet = new AudioSetOptions();

  @Mixin private RunOptions options = new RunOptions();

  @Override
  public Integer call() {
    String wanted = name.toLowerCase(Locale.ROOT);
    Path folder = output == null ? Path.of(wanted) : output;
    if (wanted.equals("audioset")) {
      return new AudioSetGet(audioSet, options, folder, yes, Specs.commandLine(spec)).call();
    }
    Corpus corpus = Corpora.find(name);
    CorpusDownload.requireFree(folder);
    if (!options.quiet || !yes) {
      System.err.print(CorpusText.of(corpus));
    }
    from.stream()
        .filter(file -> !Files.isRegularFile(file))
        .findFirst()
        .ifPresent(
            file -> {
              throw new AuricleException("no such file: " + file);
            });
    boolean atHand = from.size() == corpus.parts().size();
    if (!atHand
        && !Consent.given(
            yes, "Download it into " + folder + " under this licence?", Specs.commandLine(spec))) {
      System.err.println("nothing was downloaded");
      return 1;
    }
    report(download(corpus, folder), folder);
    return 0;
  }

  private CorpusDownload.Result download(Corpus corpus, Path folder) {
    try (Progress progress = new Progress(options.quiet)) {
      return new CorpusDownload(new Downloader())
          .get(corpus, folder, from, file -> new DownloadBar(progress, file.name()));
    }
  }

  private void report(CorpusDownload.Result result, Path folder) {
    Dataset dataset = result.dataset();
    List<String> warnings = new ArrayList<>(result.warnings());
    warnings.addAll(dataset.warnings());
    if (options.json) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("folder", folder.toString());
      map.put("layout", dataset.layout());
      map.put("description", dataset.description());
      map.put("clips", dataset.examples().size());
      map.put("labels", dataset.labels());
      map.put("warnings", warnings);
      System.out.println(Json.pretty(map));
      return;
    }
    Announcement.warnings(warnings);
    System.out.println(folder + ": " + dataset.description());
    System.out.println("next: auricle inspect " + folder);
  }
}
