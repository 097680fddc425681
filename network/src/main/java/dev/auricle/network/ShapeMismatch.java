package dev.auricle.network;

/** A layer was given a shape that it cannot take; {@link Network} says where. */
final class ShapeMismatch extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String place;

  ShapeMismatch(Layer layer, Shape input, String needs) {
    this("", layer.describe() + ": got " + input + ", needs " + needs);
  }

  private ShapeMismatch(String place, String message) {
    super(message);
    this.place = place;
  }

  /** The same mismatch, seen from one level further out. */
  ShapeMismatch inside(String outer) {
    return new ShapeMismatch(place.isEmpty() ? outer : outer + "." + place, message());
  }

  String place() {
    return place;
  }

  String message() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
