/** Rows with named columns, read from CSV, TSV or JSON lines, each with its line number. */
@NullMarked
package dev.auricle.data.table;

import org.jspecify.annotations.NullMarked;
