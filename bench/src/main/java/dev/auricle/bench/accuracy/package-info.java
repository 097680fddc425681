/** Accuracy on public data: each fold is journalled, so that a stopped run goes on. */
@NullMarked
package dev.auricle.bench.accuracy;

import org.jspecify.annotations.NullMarked;
