/**
 * Published networks as front-ends of other models: a sound becomes the embedding that a network
 * makes of it, as one vector or as a sequence; and the graph that holds such a network and the
 * model behind it.
 */
@NullMarked
package dev.auricle.network.embedding;

import org.jspecify.annotations.NullMarked;
