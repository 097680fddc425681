/** AudioSet's ontology and its lists of segments, as Google publishes them. */
@NullMarked
package dev.auricle.data.audioset;

import org.jspecify.annotations.NullMarked;
