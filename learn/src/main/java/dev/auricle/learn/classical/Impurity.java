package dev.auricle.learn.classical;

/** How mixed a node's classes are; a split is chosen to lower it most. */
enum Impurity {
  /** Chance that two rows drawn from the node differ in class: 1 - sum of squared shares. */
  GINI,
  /** Shannon's entropy of the classes' shares, in nats. */
  ENTROPY
}
