package dev.auricle.learn.features;

import dev.auricle.runtime.Features;

/**
 * Features of one clip, or of one window of a file.
 *
 * @param path of the file, as the corpus names it
 * @param label the clip's labels, separated by commas; empty where there are none
 * @param group the clip's group; empty where there is none
 * @param start of the stretch in the file, in seconds
 * @param end of the stretch in the file, in seconds
 * @param features what the front-end made of it
 */
public record FeatureRow(
    String path, String label, String group, double start, double end, Features features) {}
