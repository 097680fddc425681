package dev.auricle.audio.fetch;

/** An answer that asking again will not change, such as 404. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  Refusal(String why) {
    super(why);
  }
}
