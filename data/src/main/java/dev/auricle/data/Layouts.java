package dev.auricle.data;

import dev.auricle.data.audioset.SegmentList;
import dev.auricle.signal.AuricleException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Recognises the layout that a dataset comes in. */
public final class Layouts {
  /** Those that only their own data meet, tried first. */
  private static final List<Layout> PARTICULAR =
      List.of(
          new ManifestLayout(),
          new Esc50Layout(),
          new UrbanSound8kLayout(),
          new AudioSetLayout(),
          new FsddLayout(),
          new IrmasLayout(),
          new SpeechCommandsLayout(),
          new GtzanLayout());

  private static final Layout GENERAL = new FolderLayout();

  private Layouts() {}

  /**
   * Opens a folder or a manifest.
   *
   * @throws AuricleException if it is missing, empty, or not recognised; says what was found and
   *     which layouts are known
   */
  public static Dataset open(Path data) {
    return open(data, Selection.ALL);
  }

  /** Opens a part of it. */
  public static Dataset open(Path data, Selection selection) {
    if (!Files.exists(data)) {
      throw new AuricleException(
          "no such file or folder: "
              + data
              + "; expected a folder of sounds or a manifest (CSV, TSV or JSON lines)");
    }
    Dataset dataset = Files.isDirectory(data) ? folder(data, selection) : list(data, selection);
    boolean rolledUp = dataset.layout().equals(AudioSetLayout.NAME);
    return (rolledUp ? new Selection(List.of(), selection.where()) : selection).of(dataset);
  }

  private static Dataset list(Path file, Selection selection) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null && SegmentList.recognises(file)) {
      return AudioSetLayout.read(Tree.scan(parent), List.of(file), selection);
    }
    return ManifestLayout.read(file);
  }

  private static Dataset folder(Path folder, Selection selection) {
    Tree tree = Tree.scan(folder);
    for (Layout layout : PARTICULAR) {
      Optional<Dataset> dataset = layout.read(tree, selection);
      if (dataset.isPresent()) {
        return dataset.get();
      }
    }
    Optional<String> wrapper = tree.wrapper();
    if (wrapper.isPresent()) {
      return folder(folder.resolve(wrapper.get()), selection);
    }
    return GENERAL.read(tree, selection).orElseThrow(() -> notRecognised(tree));
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
    String known =
        Stream.concat(Stream.of(GENERAL), PARTICULAR.stream())
            .map(l -> "\n  " + l.looksLike())
            .collect(Collectors.joining());
    return new AuricleException(found + "; known layouts:" + known);
  }
}
