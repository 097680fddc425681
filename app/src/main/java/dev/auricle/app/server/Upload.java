package dev.auricle.app.server;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A sound that came with a request, in a temporary file: however many clients send at one time,
 * memory stays flat.
 *
 * @param name as the client calls it
 * @param file deleted when the upload is closed
 */
record Upload(String name, Path file) implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_NAME = 200;

  /**
   * Takes the sounds of a request: each file part of a multipart form, or the raw body.
   *
   * @throws Problem with status 413 if they are larger than {@code mostBytes} together, 400 if
   *     there is none or the form is broken
   */
  static List<Upload> of(Context request, long mostBytes) {
    long announced = request.req().getContentLengthLong();
    if (announced > mostBytes) {
      throw tooLarge(mostBytes);
    }
    List<Upload> uploads = new ArrayList<>();
    try {
      if (request.isMultipartFormData()) {
        parts(request, mostBytes, uploads);
      } else {
        uploads.add(
            store(request.req().getInputStream(), name(request.queryParam("name")), mostBytes));
      }
      return List.copyOf(uploads);
    } catch (IOException e) {
      close(uploads);
      throw Bodies.unread(e);
    } catch (RuntimeException | Error e) {
      close(uploads);
      throw e;
    }
  }

  private static void parts(Context request, long mostBytes, List<Upload> uploads)
      throws IOException {
    long left = mostBytes;
    List<UploadedFile> files;
    try {
      files = request.uploadedFiles();
    } catch (Exception e) {
      // Jetty has an exception of its own, some of them checked, for each way in which a form can
      // be broken.
      Throwable cause = cause(e);
      throw cause instanceof TimeoutException
          ? Bodies.tooSlow()
          : Problem.badRequest("the multipart form could not be read: " + cause.getMessage());
    }
    for (UploadedFile file : files) {
      try (InputStream content = file.content()) {
        Upload upload = store(content, name(file.filename()), left);
        uploads.add(upload);
        left -= Files.size(upload.file());
      }
    }
    if (uploads.isEmpty()) {
      throw Problem.badRequest(
          "the form holds no file; send sounds as parts with a file name, or one as the raw body");
    }
  }

  private static Throwable cause(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }

  private static Upload store(InputStream content, String name, long mostBytes) throws IOException {
    Path file = Files.createTempFile("auricle-upload-", ".sound");
    boolean whole = false;
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      long total = 0;
      int count;
      while ((count = content.read(buffer)) > 0) {
        total += count;
        if (total > mostBytes) {
          throw tooLarge(mostBytes);
        }
        out.write(buffer, 0, count);
      }
      if (total == 0) {
        throw Problem.badRequest(name + " is empty; send the bytes of a sound file");
      }
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
    return new Upload(name, file);
  }

  private static Problem tooLarge(long mostBytes) {
    return Problem.tooLarge(
        "the server takes bodies of up to " + mostBytes + " bytes; send less at a time");
  }

  /** A name to show: the client's, without folders and control characters. */
  private static String name(@Nullable String given) {
    if (given == null || given.isBlank()) {
      return "sound";
    }
    String last = given.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", " ").strip();
    return last.isEmpty()
        ? "sound"
        : last.substring(0, last.offsetByCodePoints(0, codePoints(last)));
  }

  private static int codePoints(String text) {
    return Math.min(LONGEST_NAME, text.codePointCount(0, text.length()));
  }

  static void close(List<Upload> uploads) {
    uploads.forEach(Upload::close);
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A temporary file that stays behind harms nobody; the system clears it away.
    }
  }
}
