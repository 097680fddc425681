/**
 * Label files: events as other programs read and write them. {@link
 * dev.auricle.runtime.labels.LabelFormat} lists the formats; each has one class that writes and
 * reads it.
 */
@NullMarked
package dev.auricle.runtime.labels;

import org.jspecify.annotations.NullMarked;
