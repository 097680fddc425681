package dev.auricle.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Asks on a terminal; elsewhere {@code --yes} must have been said. */
final class Consent {
  private Consent() {}

  /** Whether to go on. */
  static boolean given(boolean yes, String question, CommandLine command) {
    if (yes) {
      return true;
    }
    if (!Boolean.getBoolean("auricle.terminal")) {
      throw new ParameterException(
          command, "nobody is here to be asked (no terminal); add --yes if the licence suits you");
    }
    System.err.print(question + " [y/N] ");
    System.err.flush();
    try {
      String answer =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return answer != null && answer.strip().matches("(?i)y|yes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
