package dev.auricle.runtime.labels;

/**
 * What Praat reads of its text files: numbers, strings in quotes and flags in angle brackets that
 * stand free. All else ({@code xmin =}, {@code intervals [1]:}) is there for people.
 */
final class TextGridTokens {
  private final LabelText source;
  private final String text;
  private int at;
  private int line = 1;

  TextGridTokens(LabelText source) {
    this.source = source;
    this.text = source.text();
  }

  /** Line of what comes next. */
  int line() {
    skip();
    return line;
  }

  void expect(String value) {
    int where = line();
    String found = string();
    if (!found.equals(value)) {
      throw source.wrong(where, "\"" + LabelText.shortened(found) + "\"", "\"" + value + "\"");
    }
  }

  double number() {
    skip();
    String word = word();
    double value = LabelText.number(word);
    if (Double.isNaN(value)) {
      throw source.wrong(line, shown(word), "a number");
    }
    return value;
  }

  long count() {
    int where = line();
    double value = number();
    if (value != Math.rint(value) || value < 0 || value > text.length()) {
      throw source.wrong(where, String.valueOf(value), "how many follow, a whole number");
    }
    return (long) value;
  }

  void flag() {
    skip();
    String word = word();
    if (!word.equals("<exists>")) {
      throw source.wrong(line, shown(word), "<exists>, as of a TextGrid with tiers");
    }
  }

  String string() {
    skip();
    if (at >= text.length() || text.charAt(at) != '"') {
      throw source.wrong(line, shown(word()), "text in quotes");
    }
    int opened = line;
    StringBuilder string = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
          at++;
        } else {
          at++;
          return string.toString();
        }
      }
      line += c == '\n' ? 1 : 0;
      string.append(c);
    }
    throw source.wrong(opened, "a quote that is never closed", "a second one");
  }

  /** Goes on to the next number, string or flag. */
  private void skip() {
    while (at < text.length() && !startsToken()) {
      char c = text.charAt(at);
      if (c == '!') {
        while (at < text.length() && text.charAt(at) != '\n') {
          at++;
        }
      } else if (Character.isWhitespace(c)) {
        line += c == '\n' ? 1 : 0;
        at++;
      } else {
        word();
      }
    }
  }

  /** Tokens stand free: {@code [1]:} is none, because it starts with a bracket. */
  private boolean startsToken() {
    char c = text.charAt(at);
    boolean free = at == 0 || Character.isWhitespace(text.charAt(at - 1));
    return c == '"' || (free && (c == '<' || c == '-' || Character.isDigit(c)));
  }

  private String word() {
    int from = at;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private static String shown(String word) {
    return word.isEmpty() ? "the end of the file" : "'" + LabelText.shortened(word) + "'";
  }
}
