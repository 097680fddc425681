/**
 * Which clips sound alike, by the cosine between what a model makes of them: nearest clips of a
 * sound, pairs that are nearly one, and labels that their neighbours contradict.
 */
@NullMarked
package dev.auricle.learn.similarity;

import org.jspecify.annotations.NullMarked;
