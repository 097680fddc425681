package dev.auricle.runtime;

import java.util.Map;

/** A front-end whose options can be spelled out and replaced. */
interface DescribedFrontEnd extends FrontEnd {
  /** Every option with its value, in the order to show them. */
  Map<String, Object> options();

  /** This one, but for the options given. */
  FrontEnd with(Options options);
}
