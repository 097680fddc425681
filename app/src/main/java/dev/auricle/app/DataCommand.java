package dev.auricle.app;

import dev.auricle.data.corpus.Corpora;
import dev.auricle.data.corpus.Corpus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code auricle data}: published corpora. */
@Command(
    name = "data",
    subcommands = DataGetCommand.class,
    description = "Lists published corpora, and brings them here from their publishers.",
    footer = {
      "",
      "Example:",
      "  auricle data list",
      "  auricle data show urbansound8k",
      "  auricle data get fsdd -o digits"
    })
final class DataCommand implements Runnable {
  @Mixin private RunOptions options = new RunOptions();

  @Override
  public void run() {
    list(options);
  }

  @Command(name = "list", description = "Lists the corpora that are known.")
  int listCommand(@Mixin RunOptions given) {
    list(given);
    return 0;
  }

  @Command(name = "show", description = "Says where a corpus is, its licence and its checksums.")
  int show(
      @Parameters(paramLabel = "NAME", description = "As 'data list' names it.") String name,
      @Mixin RunOptions given) {
    Corpus corpus = Corpora.find(name);
    System.out.print(given.json ? Json.pretty(forPrograms(corpus)) + "\n" : CorpusText.of(corpus));
    return 0;
  }

  private static void list(RunOptions options) {
    List<Corpus> all = Corpora.all();
    if (options.json) {
      System.out.println(Json.pretty(all.stream().map(DataCommand::forPrograms).toList()));
      return;
    }
    for (Corpus corpus : all) {
      System.out.printf("%-16s %s%n%-16s %s%n", corpus.name(), corpus.about(), "", line(corpus));
    }
    System.out.printf(
        "%-16s %s%n%-16s %s%n",
        "audioset",
        "clips of YouTube for classes that you choose (see 'auricle data get --help')",
        "",
        "licence: " + CorpusText.AUDIOSET_LICENCE);
  }

  private static String line(Corpus corpus) {
    return "licence: "
        + corpus.licence()
        + "\n"
        + " ".repeat(17)
        + corpus.size()
        + (corpus.verified() ? ", checksum known" : ", no checksum published");
  }

  private static Map<String, Object> forPrograms(Corpus corpus) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", corpus.name());
    map.put("title", corpus.title());
    map.put("about", corpus.about());
    map.put("page", corpus.page());
    map.put("licence", corpus.licence());
    map.put("cite", corpus.cite());
    map.put("layout", corpus.layout());
    map.put("files", corpus.parts().stream().map(DataCommand::forPrograms).toList());
    return map;
  }

  private static Map<String, Object> forPrograms(Corpus.Part part) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", part.file().name());
    map.put("addresses", part.file().addresses().stream().map(Object::toString).toList());
    map.put("bytes", part.file().bytes() < 0 ? null : part.file().bytes());
    map.put("checksum", part.file().checksum() == null ? null : part.file().checksum().toString());
    map.put("verification", part.verification());
    return map;
  }
}
