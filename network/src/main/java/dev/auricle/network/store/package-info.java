/**
 * Where published weights come from and where they are kept: a folder of the user's, the cache, the
 * publisher's server, in this order.
 */
@NullMarked
package dev.auricle.network.store;

import org.jspecify.annotations.NullMarked;
