package dev.auricle.app.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what is refused before it is a request at all (a broken request line, too long headers)
 * with a problem document. An HTTP version that does not exist is a 400 here: the line is broken,
 * and statuses above 499 are for faults of the server.
 */
final class UnparsedRequests extends ErrorHandler {
  private static final int FIRST_SERVER_FAULT = 500;
  private static final int NOT_IMPLEMENTED = 501;
  private static final int VERSION_NOT_SUPPORTED = 505;

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    if (status == NOT_IMPLEMENTED || status == VERSION_NOT_SUPPORTED) {
      status = 400;
      response.setStatus(status);
    }
    Problem problem = problem(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.write(
        true,
        ByteBuffer.wrap(Replies.line(problem.members()).getBytes(StandardCharsets.UTF_8)),
        callback);
    return true;
  }

  private static Problem problem(int status) {
    if (status >= FIRST_SERVER_FAULT) {
      return Problem.of(status, "Internal error", "the server could not answer; its log has more");
    }
    return switch (status) {
      case 414 -> Problem.of(status, "Address too long", "send a shorter address");
      case 431 ->
          Problem.of(
              status,
              "Headers too large",
              "a request's headers and address may take "
                  + AuricleServer.LONGEST_HEADERS
                  + " bytes; send less in them");
      default ->
          Problem.of(
              status,
              "Bad request",
              "this is no request that HTTP/1.1 allows: look at its first line, its headers, and how its"
                  + " address is encoded");
    };
  }
}
