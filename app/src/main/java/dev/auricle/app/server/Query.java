package dev.auricle.app.server;

import dev.auricle.runtime.Nearest;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query options of a request; an unknown or misspelt one is refused by name. */
final class Query {
  private final Context request;

  Query(Context request, Set<String> known) {
    this.request = request;
    for (String given : request.queryParamMap().keySet()) {
      if (!known.contains(given)) {
        throw Problem.badRequest(
            "there is no option '"
                + given
                + "'"
                + (known.isEmpty() ? "" : "; did you mean '" + Nearest.of(given, known) + "'?")
                + " Known are "
                + String.join(", ", known.stream().sorted().toList()));
      }
    }
  }

  @Nullable String text(String name) {
    List<String> values = request.queryParams(name);
    if (values.size() > 1) {
      throw Problem.badRequest("option '" + name + "' is given " + values.size() + " times");
    }
    return values.isEmpty() || values.get(0).isEmpty() ? null : values.get(0);
  }

  /** False where it is not given. */
  boolean flag(String name) {
    String value = text(name);
    if (value == null || value.equals("false")) {
      return false;
    }
    if (value.equals("true")) {
      return true;
    }
    throw Problem.badRequest("option '" + name + "' is '" + value + "'; expected true or false");
  }

  int integer(String name, int usual, int least, int most) {
    String value = text(name);
    if (value == null) {
      return usual;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Falls through to the message below.
    }
    throw Problem.badRequest(
        "option '"
            + name
            + "' is '"
            + value
            + "'; expected a whole number from "
            + least
            + " to "
            + most);
  }
}
