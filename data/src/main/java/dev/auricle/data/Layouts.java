package dev.auricle.data;

import dev.auricle.signal.AuricleException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Recognises the layout that a dataset comes in. */
public final class Layouts {
  /** From the most particular to the least. */
  private static final List<Layout> KNOWN =
      List.of(new ManifestLayout(), new Esc50Layout(), new FsddLayout(), new FolderLayout());

  private Layouts() {}

  /**
   * Opens a folder or a manifest.
   *
   * @throws AuricleException if it is missing, empty, or not recognised; says what was found and
   *     which layouts are known
   */
  public static Dataset open(Path data) {
    if (!Files.exists(data)) {
      throw new AuricleException(
          "no such file or folder: "
              + data
              + "; expected a folder of sounds or a manifest (CSV, TSV or JSON lines)");
    }
    if (!Files.isDirectory(data)) {
      return ManifestLayout.read(data);
    }
    Tree tree = Tree.scan(data);
    return recognise(tree).orElseThrow(() -> notRecognised(tree));
  }

  private static Optional<Dataset> recognise(Tree tree) {
    for (Layout layout : KNOWN) {
      Optional<Dataset> dataset = layout.read(tree);
      if (dataset.isPresent()) {
        return dataset;
      }
    }
    return Optional.empty();
  }

  private static AuricleException notRecognised(Tree tree) {
    if (tree.audio().isEmpty() && tree.others().isEmpty()) {
      return new AuricleException(tree.root() + " is empty; expected sounds or a manifest");
    }
    String found =
        tree.audio().isEmpty()
            ? "no sound files in " + tree.root() + " (" + tree.census() + ")"
            : "cannot tell the labels of the sounds in "
                + tree.root()
                + " ("
                + tree.census()
                + ", none in a folder named for its label)";
    String known = KNOWN.stream().map(l -> "\n  " + l.looksLike()).collect(Collectors.joining());
    return new AuricleException(found + "; known layouts:" + known);
  }
}
