/** Recipes: preprocessing, front-end, augmentation, model and training settings, as YAML. */
@NullMarked
package dev.auricle.learn.recipe;

import org.jspecify.annotations.NullMarked;
