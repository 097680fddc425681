/** What an application embeds: front-ends, bundles, and the classifier that runs them. */
@NullMarked
package dev.auricle.runtime;

import org.jspecify.annotations.NullMarked;
