/** What a look over a dataset finds: the audit's facts and leaks, and the shortcut probe. */
@NullMarked
package dev.auricle.learn.inspection;

import org.jspecify.annotations.NullMarked;
