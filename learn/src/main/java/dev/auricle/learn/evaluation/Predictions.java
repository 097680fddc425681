package dev.auricle.learn.evaluation;

import java.util.List;

/**
 * What a model said of clips whose labels are known.
 *
 * @param labels the label set, in the order of the columns below
 * @param ids of the clips
 * @param groups of the clips, for the bootstrap
 * @param targets {@code float[clips][labels]}, 1 for each label a clip carries
 * @param probabilities {@code float[clips][labels]}, in [0, 1]
 * @param multiLabel true where labels are independent
 */
public record Predictions(
    List<String> labels,
    List<String> ids,
    List<String> groups,
    float[][] targets,
    float[][] probabilities,
    boolean multiLabel) {}
