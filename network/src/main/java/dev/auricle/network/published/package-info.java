/**
 * Published networks as descriptions that are filled from their publishers' own files, and made
 * into bundles.
 */
@NullMarked
package dev.auricle.network.published;

import org.jspecify.annotations.NullMarked;
