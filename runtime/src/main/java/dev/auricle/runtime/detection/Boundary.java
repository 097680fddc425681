package dev.auricle.runtime.detection;

/**
 * Where one label ends and another begins, in cells. The two places differ where something too
 * short to count lay between.
 *
 * @param left label that ends, or {@link Thresholds#NONE}
 * @param leftEnd first cell that is no longer the left label's
 * @param right label that begins, or {@link Thresholds#NONE}
 * @param rightStart first cell of the right label
 * @param score mean smoothed probability of the left label while it lasted
 */
record Boundary(int left, long leftEnd, int right, long rightStart, double score) {}
