package dev.auricle.app;

import dev.auricle.audio.files.WholeFile;
import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What must hold of a place before a command does the work that ends there. */
final class Outputs {
  private Outputs() {}

  /** Both checks: nothing that is read is replaced, and the place can be written. */
  static void check(Path output, Collection<Path> inputs, CommandLine command) {
    refuseInput(output, inputs, command);
    requireWritable(output);
  }

  /**
   * Files are compared as they lie on disk, so that links and other spellings of a path are known.
   *
   * @throws ParameterException if the output is one of the inputs
   */
  static void refuseInput(Path output, Collection<Path> inputs, CommandLine command) {
    if (!Files.exists(output)) {
      return;
    }
    for (Path input : inputs) {
      if (same(output, input)) {
        throw new ParameterException(
            command,
            "writing %s would replace %s, which is read; name another file to write"
                .formatted(output, input.equals(output) ? "an input" : input));
      }
    }
  }

  private static boolean same(Path output, Path input) {
    try {
      return Files.isSameFile(output, input);
    } catch (IOException e) {
      // An input that is missing is named by what reads it.
      return false;
    }
  }

  /**
   * Tries the nearest folder that exists with a file of no bytes: what rights say is not always
   * true. Folders below it are made when the output is written.
   *
   * @throws AuricleException if the output could not be written
   */
  static void requireWritable(Path output) {
    if (Files.isDirectory(output)) {
      throw new AuricleException(output + " is a folder; name a file to write");
    }
    Path place = output.toAbsolutePath();
    Path folder = place.getParent();
    while (folder != null && !Files.exists(folder)) {
      place = folder;
      folder = folder.getParent();
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new AuricleException(
          "%s cannot be written: %s is no folder; name another place"
              .formatted(output, folder == null ? place : folder));
    }
    Path trial = WholeFile.temporaryFor(place);
    try {
      Files.createFile(trial);
      Files.delete(trial);
    } catch (IOException e) {
      throw new AuricleException(
          "%s cannot be written: no file can be made in %s%s; check its rights or name another place"
              .formatted(output, folder, reason(e)),
          e);
    }
  }

  private static String reason(IOException e) {
    String reason = e instanceof FileSystemException of ? of.getReason() : null;
    return reason == null ? "" : " (" + reason + ")";
  }

  /**
   * A picture is written as PNG, whatever its name says.
   *
   * @throws ParameterException if the name says something else
   */
  static void requirePng(Path picture, CommandLine command) {
    if (!String.valueOf(picture.getFileName()).toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw new ParameterException(
          command, picture + ": the name must end in .png, which is what is written");
    }
  }

  /** What a command reads of a dataset: the manifest, where it is one, and the sounds. */
  static List<Path> read(Path data, Dataset dataset) {
    List<Path> inputs = new ArrayList<>();
    inputs.add(data);
    dataset.examples().stream().map(Example::path).forEach(inputs::add);
    return inputs;
  }
}
