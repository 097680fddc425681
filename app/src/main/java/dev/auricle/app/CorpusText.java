package dev.auricle.app;

import dev.auricle.audio.fetch.Checksum;
import dev.auricle.data.corpus.Corpus;

/** What somebody should know of a corpus before it is fetched, the licence first. */
final class CorpusText {
  static final String AUDIOSET_LICENCE =
      "lists CC BY 4.0, ontology CC BY-SA 4.0 (Google); the clips are their uploaders'";

  private CorpusText() {}

  static String of(Corpus corpus) {
    StringBuilder text = new StringBuilder();
    text.append(corpus.title()).append(": ").append(corpus.about()).append('\n');
    line(text, "licence", corpus.licence());
    line(text, "publisher", corpus.page());
    line(text, "cite", corpus.cite());
    line(text, "layout", corpus.layout());
    for (Corpus.Part part : corpus.parts()) {
      String size = part.size() == null ? "size not stated" : part.size();
      line(text, "file", part.file().name() + ", " + size);
      part.file().addresses().forEach(address -> line(text, "  from", address.toString()));
      Checksum checksum = part.file().checksum();
      if (checksum == null) {
        line(text, "  checksum", "none: " + part.verification());
      } else {
        line(text, "  checksum", checksum.toString());
        line(text, "", part.verification());
      }
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String what, String value) {
    text.append(String.format("  %-11s %s%n", what, value));
  }
}
