package dev.auricle.data;

import java.util.Optional;

/** One way in which datasets lie on disk. */
interface Layout {

  /** The word for it, such as {@code fsdd}. */
  String name();

  /** What it looks like, on one line, for the error that nothing was recognised. */
  String looksLike();

  /**
   * Reads the folder where it is recognised; broken files of a recognised layout are errors. The
   * selection is applied afterwards; only a layout that rolls classes up looks at it.
   */
  Optional<Dataset> read(Tree tree, Selection selection);
}
