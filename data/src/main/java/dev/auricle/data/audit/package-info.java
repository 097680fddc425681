/**
 * What is in a dataset's files, and what stands on both sides of a split: same bytes, same samples,
 * the same sound in disguise, one source cut up, overlapping stretches.
 */
@NullMarked
package dev.auricle.data.audit;

import org.jspecify.annotations.NullMarked;
