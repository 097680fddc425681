package dev.auricle.learn.neural;

/**
 * All of a network's numbers at one moment, as libtorch holds them.
 *
 * @param trained those with a gradient
 * @param kept those without
 */
@SuppressWarnings("ArrayRecordComponent")
record Snapshot(float[] trained, float[] kept) {}
