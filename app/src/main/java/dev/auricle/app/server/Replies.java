package dev.auricle.app.server;

import io.javalin.http.Context;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers. */
final class Replies {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Replies() {}

  static void json(Context request, Object value) {
    request.contentType("application/json").result(MAPPER.writeValueAsString(value));
  }

  static String line(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static void problem(Context request, Problem problem) {
    if (problem.status() == 401) {
      request.header("WWW-Authenticate", "Bearer");
    }
    if (problem.retryAfterSeconds() > 0) {
      request.header("Retry-After", Integer.toString(problem.retryAfterSeconds()));
    }
    Map<String, Object> members = problem.members();
    members.put("instance", request.path());
    request
        .status(problem.status())
        .contentType(Problem.MEDIA_TYPE)
        .result(MAPPER.writeValueAsString(members));
  }
}
