/** Runs recipes over a protocol's folds: train, evaluate, compare. */
@NullMarked
package dev.auricle.learn.experiment;

import org.jspecify.annotations.NullMarked;
