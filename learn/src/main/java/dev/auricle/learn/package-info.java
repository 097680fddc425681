/** Training and judging sound classifiers: recipes, trainers, evaluation, comparison, reports. */
@NullMarked
package dev.auricle.learn;

import org.jspecify.annotations.NullMarked;
