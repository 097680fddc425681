/**
 * Classifiers over HTTP: a folder of bundles served, reloaded when it changes, within limits that
 * keep a stranger's request from harming the others.
 */
@NullMarked
package dev.auricle.app.server;

import org.jspecify.annotations.NullMarked;
