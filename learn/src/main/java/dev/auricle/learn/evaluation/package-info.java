/** Predictions under a protocol, and every metric computed from them. */
@NullMarked
package dev.auricle.learn.evaluation;

import org.jspecify.annotations.NullMarked;
