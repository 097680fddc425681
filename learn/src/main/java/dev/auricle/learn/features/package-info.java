/** Features of a corpus as a table: CSV, Parquet or NumPy arrays, resumable, in flat memory. */
@NullMarked
package dev.auricle.learn.features;

import org.jspecify.annotations.NullMarked;
