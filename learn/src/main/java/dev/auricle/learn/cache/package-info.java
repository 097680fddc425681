/** What was computed from a clip once, kept on disk by what it was computed from. */
@NullMarked
package dev.auricle.learn.cache;

import org.jspecify.annotations.NullMarked;
