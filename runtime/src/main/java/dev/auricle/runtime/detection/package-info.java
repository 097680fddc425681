/**
 * Labels for stretches of time: windows over a stream of samples, and one decision layer that turns
 * their probabilities into events.
 *
 * <p>The way of the data: {@link dev.auricle.runtime.detection.DetectionStream} cuts windows, each
 * about one cell of a grid of hops, and has the classifier score them; {@code Smoothing} takes a
 * running median; {@code Thresholds} says which label each cell has; {@code Lane} bridges gaps and
 * drops what is too short; {@code Assembler} moves boundaries to where the sound changes, cuts
 * {@code QuietStretches} out, and makes events.
 */
@NullMarked
package dev.auricle.runtime.detection;

import org.jspecify.annotations.NullMarked;
