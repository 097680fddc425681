package dev.auricle.learn.similarity;

import dev.auricle.data.Example;

/**
 * A clip that is like another.
 *
 * @param similarity cosine of the angle between the two embeddings, in [-1, 1]
 */
public record Neighbour(Example example, double similarity) {}
