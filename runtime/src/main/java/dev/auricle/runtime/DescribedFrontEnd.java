package dev.auricle.runtime;

/** A front-end whose options can be replaced. */
interface DescribedFrontEnd extends FrontEnd {
  /** This one, but for the options given. */
  FrontEnd with(Options options);
}
