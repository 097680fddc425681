package dev.auricle.learn.recipe;

import dev.auricle.learn.training.Trainer;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.runtime.Preparation;

/**
 * How to make a classifier: what happens to a clip, what the model reads, and how it is trained.
 *
 * @param name such as {@code forest}
 * @param summary one line for people
 * @param preparation what happens to samples first
 * @param frontEnd what the model reads
 * @param trainer the model and its settings
 * @param yaml the text it was read from, for provenance
 */
public record Recipe(
    String name,
    String summary,
    Preparation preparation,
    FrontEnd frontEnd,
    Trainer trainer,
    String yaml) {}
