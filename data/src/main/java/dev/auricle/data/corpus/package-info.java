/** Published corpora: where they are, under which licence, and bringing them here whole. */
@NullMarked
package dev.auricle.data.corpus;

import org.jspecify.annotations.NullMarked;
