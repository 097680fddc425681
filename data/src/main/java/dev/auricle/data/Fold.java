package dev.auricle.data;

/**
 * One division of a dataset, by the examples' indices, each array ascending; no example stands in
 * two of them.
 *
 * @param name says which, such as {@code fold 2 of 5, grouped by speaker, seed 42}
 * @param train what a model is fitted on
 * @param validation what may choose settings (early stopping); empty where the protocol names none,
 *     and then a network that needs one cuts it from {@code train}, by group; a trainer that needs
 *     none may fit on it as well
 * @param test what is scored, and nothing else
 */
public record Fold(String name, int[] train, int[] validation, int[] test) {}
