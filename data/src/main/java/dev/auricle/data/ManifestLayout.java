package dev.auricle.data;

import dev.auricle.audio.SoundNames;
import dev.auricle.data.table.Table;
import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A list of sounds: {@code path,label[,start,end,group,fold,split]} and any further columns. A
 * {@code manifest.csv}, {@code .tsv} or {@code .jsonl} at the root wins over every other layout;
 * paths are taken from the manifest's folder.
 */
final class ManifestLayout implements Layout {
  private static final List<String> NAMES =
      List.of("manifest.csv", "manifest.tsv", "manifest.jsonl");

  @Override
  public String name() {
    return "manifest";
  }

  @Override
  public String looksLike() {
    return "manifest.csv, .tsv or .jsonl with columns path,label[,start,end,group,fold,split]";
  }

  @Override
  public Optional<Dataset> read(Tree tree, Selection selection) {
    return NAMES.stream()
        .filter(tree.others()::contains)
        .findFirst()
        .map(name -> read(tree.path(name)));
  }

  static Dataset read(Path file) {
    if (SoundNames.isSound(file)) {
      throw new AuricleException(
          file + " is a sound; expected a folder of labelled sounds or a manifest that lists them");
    }
    Table table = Table.read(file);
    ManifestColumns columns = ManifestColumns.of(table);
    ManifestRows rows = ManifestRows.read(table, columns);
    List<String> warnings = new ArrayList<>();
    Missing.check(file, rows.missing(), rows.examples().size(), warnings);
    String groupName = columns.group() != null ? "group" : rows.stretches() ? "file" : "clip";
    String description =
        file.getFileName()
            + ", a manifest: "
            + Counts.of(rows.examples().size(), rows.stretches() ? "stretch" : "sound")
            + columns.said(rows.examples());
    Path parent = file.toAbsolutePath().getParent();
    Path root = parent == null ? file.toAbsolutePath() : parent;
    return Datasets.of(
        root,
        name(file, root),
        new Datasets.Found("manifest", description, groupName, rows.examples(), warnings));
  }

  /** The folder's, where the manifest is just that folder's; else the manifest's own. */
  private static String name(Path file, Path root) {
    String stem = Tree.stem(String.valueOf(file.getFileName()));
    return stem.equals("manifest") ? Datasets.nameOf(root) : stem;
  }
}
