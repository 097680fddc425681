package dev.auricle.audio.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One file from one address, in as many runs as it takes.
 *
 * <p>A run asks for what is missing ({@code Range}) of the same version ({@code If-Range}, RFC
 * 9110, 13.1.5). A server that has another version, or cannot resume, sends the whole, and what was
 * there is thrown away.
 */
final class Transfer {
  private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");
  private static final Pattern WHOLE = Pattern.compile("bytes \\*/(\\d+)");
  private static final int CHUNK = 1 << 16;
  private static final int PARTIAL = 206;
  private static final int BEYOND = 416;

  private final PartFile part;
  private final RemoteFile file;
  private final URI address;
  private final Duration silence;
  private final DownloadProgress progress;
  private boolean glued;

  Transfer(
      PartFile part, RemoteFile file, URI address, Duration silence, DownloadProgress progress) {
    this.part = part;
    this.file = file;
    this.address = address;
    this.silence = silence;
    this.progress = progress;
  }

  DownloadProgress progress() {
    return progress;
  }

  long size() throws IOException {
    return part.size();
  }

  /** Asks once and takes what comes; returns when the file is whole and checked. */
  void run() throws IOException, Refusal, Trouble {
    String validator = part.validator(address);
    if (validator == null && file.checksum() == null) {
      part.restart(); // nothing would tell if the rest were another version's
    }
    long have = part.size();
    glued = have > 0;
    if (have == 0 || have != file.bytes()) {
      ask(have, validator);
    }
    check();
  }

  private void ask(long have, @Nullable String validator) throws IOException, Refusal, Trouble {
    try (Answer answer = Answer.to(address, headers(have, validator), silence)) {
      switch (answer.status()) {
        case 200 -> {
          part.restart();
          glued = false;
          part.startedFrom(address, answer.validator());
          take(answer, answer.length());
        }
        case PARTIAL -> take(answer, rest(answer, have, validator));
        case BEYOND -> beyond(answer, have);
        default -> Statuses.fail(answer);
      }
    }
  }

  private static Map<String, String> headers(long have, @Nullable String validator) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("User-Agent", "auricle");
    headers.put("Accept-Encoding", "identity"); // else ranges would count compressed bytes
    if (have > 0) {
      headers.put("Range", "bytes=" + have + "-");
      if (validator != null) {
        headers.put("If-Range", validator);
      }
    }
    return headers;
  }

  /** The whole file's length, after making sure that the answer goes on where the part ends. */
  private long rest(Answer answer, long have, @Nullable String validator)
      throws IOException, Trouble {
    Matcher range = RANGE.matcher(String.valueOf(answer.header("Content-Range")));
    String now = answer.validator();
    boolean other = validator != null && now != null && !now.equals(validator);
    if (other || !range.matches() || Long.parseLong(range.group(1)) != have) {
      part.restart();
      throw new Trouble("the server sent another part than was asked for, so it begins anew");
    }
    return range.group(2).equals("*") ? -1 : Long.parseLong(range.group(2));
  }

  /** There is nothing after what is here: it is whole, or of another version. */
  private void beyond(Answer answer, long have) throws IOException, Trouble {
    Matcher whole = WHOLE.matcher(String.valueOf(answer.header("Content-Range")));
    if (!whole.matches() || Long.parseLong(whole.group(1)) != have) {
      part.restart();
      throw new Trouble("the file at the server is shorter than what is here, so it begins anew");
    }
  }

  private void take(Answer answer, long total) throws IOException, Refusal, Trouble {
    if (total >= 0 && file.bytes() >= 0 && total != file.bytes()) {
      part.restart();
      throw new Refusal(
          "the file there has " + total + " bytes, expected " + file.bytes() + ": it was changed");
    }
    if (total - part.size() > part.room()) {
      throw new Refusal(
          "no room for it: " + (total - part.size()) + " bytes to come, " + part.room() + " free");
    }
    long shown = total >= 0 ? total : file.bytes();
    byte[] chunk = new byte[CHUNK];
    InputStream body = answer.body(); // closed with the answer
    progress.at(part.size(), shown);
    for (int n = read(body, chunk); n >= 0; n = read(body, chunk)) {
      part.append(chunk, n);
      progress.at(part.size(), shown);
    }
    if (shown >= 0 && part.size() < shown) {
      throw new Trouble("the connection ended after " + part.size() + " of " + shown + " bytes");
    }
  }

  /** A failure to read is the server's; one to write is ours, and no reason to ask again. */
  private int read(InputStream body, byte[] chunk) throws Trouble {
    try {
      return body.read(chunk);
    } catch (IOException e) {
      throw Trouble.of(e, address, silence);
    }
  }

  private void check() throws IOException, Refusal, Trouble {
    String mismatch = file.mismatch(part.path());
    if (mismatch == null) {
      return;
    }
    part.restart();
    if (glued) {
      throw new Trouble("the parts did not fit together (" + mismatch + "), so it begins anew");
    }
    throw new Refusal("not what was published: " + mismatch + "; what came is deleted");
  }
}
