/** The self-contained HTML report and its pictures. */
@NullMarked
package dev.auricle.learn.report;

import org.jspecify.annotations.NullMarked;
