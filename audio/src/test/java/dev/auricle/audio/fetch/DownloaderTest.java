package dev.auricle.audio.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.signal.AuricleException;
import dev.auricle.testing.FileServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Property: whatever a server does, a file is there whole and right, or not at all. */
class DownloaderTest {
  private static final Patience SHORT =
      new Patience(3, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(700));

  @TempDir Path dir;
  private FileServer server;
  private final byte[] bytes = random(200_000, 1);
  private final byte[] other = random(200_000, 2);
  private final List<String> notes = new ArrayList<>();

  @BeforeEach
  void startServer() throws IOException {
    server = FileServer.start();
    server.put("a.zip", bytes);
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void aFailureWithoutAWordIsNamed() {
    URI address = URI.create("https://example.org/a.zip");
    assertThat(Trouble.of(new IOException(), address, Duration.ofSeconds(1)))
        .hasMessage("the connection to example.org broke (java.io.IOException)");
  }

  @Test
  void aFileArrivesWholeAndIsNotFetchedTwice() throws Exception {
    RemoteFile file = published(bytes.length, sha256(bytes));
    assertThat(fetch(file)).hasBinaryContent(bytes);
    assertThat(fetch(file)).hasBinaryContent(bytes);
    assertThat(server.requests()).hasSize(1);
    assertThat(names()).containsExactly("a.zip");
  }

  @Test
  void aBrokenConnectionIsResumedWhereItBroke() throws Exception {
    server.breakAfter(70_000);
    server.breakAfter(50_000);
    assertThat(fetch(published(-1, null))).hasBinaryContent(bytes);
    assertThat(server.requests())
        .containsExactly("/a.zip", "/a.zip bytes=70000-", "/a.zip bytes=120000-");
    assertThat(notes).anyMatch(n -> n.contains("again in"));
  }

  @Test
  void anotherRunGoesOnWhereTheFirstStopped() throws Exception {
    Patience once = new Patience(1, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(5));
    server.breakAfter(70_000);
    assertThatThrownBy(() -> fetch(published(-1, null), once))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("ended after 70000 of 200000 bytes")
        .hasMessageContaining("goes on from there");
    assertThat(names()).containsExactly("a.zip.part", "a.zip.part.from");
    assertThat(fetch(published(-1, null), once)).hasBinaryContent(bytes);
    assertThat(server.requests()).containsExactly("/a.zip", "/a.zip bytes=70000-");
    assertThat(names()).containsExactly("a.zip");
  }

  @Test
  void theRestOfAChangedFileIsNotGlued() throws Exception {
    server.breakAfter(70_000);
    server.next(
        exchange -> {
          server.put("a.zip", other);
          exchange.sendResponseHeaders(503, -1);
        });
    assertThat(fetch(published(-1, null))).hasBinaryContent(other);
  }

  @Test
  void aServerThatIgnoresTheConditionIsNotBelieved() throws Exception {
    server.breakAfter(70_000);
    server.next(
        exchange -> { // sends the rest of another version, as if nothing had happened
          server.put("a.zip", other);
          exchange.getResponseHeaders().add("ETag", "\"new\"");
          exchange.getResponseHeaders().add("Content-Range", "bytes 70000-199999/200000");
          exchange.sendResponseHeaders(206, 130_000);
          exchange.getResponseBody().write(other, 70_000, 130_000);
        });
    assertThat(fetch(published(-1, null))).hasBinaryContent(other);
  }

  @Test
  void withoutAVersionOrAChecksumItBeginsAnew() throws Exception {
    server.next(
        exchange -> {
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes, 0, 70_000);
        });
    assertThat(fetch(published(-1, null))).hasBinaryContent(bytes);
    assertThat(server.requests()).containsExactly("/a.zip", "/a.zip");
  }

  @Test
  void partsThatDoNotFitTogetherAreFetchedAnew() throws Exception {
    Files.write(dir.resolve("a.zip.part"), new byte[1000]);
    assertThat(fetch(published(-1, sha256(bytes)))).hasBinaryContent(bytes);
    assertThat(server.requests()).containsExactly("/a.zip bytes=1000-", "/a.zip");
    assertThat(notes).anyMatch(n -> n.contains("did not fit together"));
  }

  @Test
  void aPartThatIsWholeNeedsNoMoreBytes() throws Exception {
    Files.write(dir.resolve("a.zip.part"), bytes);
    assertThat(fetch(published(-1, sha256(bytes)))).hasBinaryContent(bytes);
    assertThat(server.requests()).containsExactly("/a.zip bytes=200000-");
  }

  @Test
  void anotherChecksumIsRefusedAndNothingIsLeft() throws Exception {
    assertThatThrownBy(() -> fetch(published(-1, sha256(other))))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining(sha256(bytes).hex())
        .hasMessageContaining("expected " + sha256(other).hex())
        .hasMessageContaining("deleted");
    assertThat(names()).isEmpty();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void anotherLengthIsRefusedBeforeItIsFetched() {
    assertThatThrownBy(() -> fetch(published(5_000_000, null)))
        .hasMessageContaining("has 200000 bytes, expected 5000000");
    assertThat(names()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"404, not there any more, 1", "403, login, 1", "500, in trouble, 3", "429, later, 3"})
  void aStatusIsToldInWordsAndOnlyWhatMayPassIsTriedAgain(int status, String word, int requests) {
    for (int i = 0; i < 3; i++) {
      server.failWith(status);
    }
    assertThatThrownBy(() -> fetch(published(-1, null)))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("HTTP " + status)
        .hasMessageContaining(word)
        .hasMessageContaining(server.address("a.zip").toString());
    assertThat(server.requests()).hasSize(requests);
    assertThat(names()).isEmpty();
  }

  @Test
  void aServerThatFallsSilentIsAskedAgain() throws Exception {
    server.next(
        exchange -> {
          exchange.getResponseHeaders().add("ETag", "\"x\"");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes, 0, 1000);
          exchange.getResponseBody().flush();
          pause(1500);
        });
    assertThat(fetch(published(-1, null))).hasBinaryContent(bytes);
    assertThat(notes).anyMatch(n -> n.contains("was silent for 0.7 s"));
  }

  @Test
  void redirectionsAreFollowedAndCirclesAreNot() throws Exception {
    server.next(exchange -> redirect(exchange, "/a.zip"));
    server.next(exchange -> redirect(exchange, server.address("a.zip").toString()));
    RemoteFile moved = file(-1, null, server.address("old.zip"));
    assertThat(fetch(moved)).hasBinaryContent(bytes);
    assertThat(server.requests()).containsExactly("/old.zip", "/a.zip", "/a.zip");

    for (int i = 0; i < 20; i++) {
      server.next(exchange -> redirect(exchange, "/again"));
    }
    assertThatThrownBy(
            () -> new Downloader(SHORT).fetch(moved, dir.resolve("b"), DownloadProgress.NONE))
        .hasMessageContaining("redirected more than 10 times");
  }

  @Test
  void aRedirectionToAFileOfThisMachineIsNotFollowed() {
    server.next(exchange -> redirect(exchange, "file:///etc/hostname"));
    assertThatThrownBy(() -> fetch(published(-1, null))).hasMessageContaining("not followed");
  }

  @Test
  void aLengthThatIsNotSaidIsNoHindrance() throws Exception {
    server.next(
        exchange -> {
          exchange.sendResponseHeaders(200, 0); // chunked
          exchange.getResponseBody().write(bytes);
        });
    assertThat(fetch(published(-1, null))).hasBinaryContent(bytes);
  }

  @Test
  void anEndThatCameEarlyIsNoticedWithoutALength() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread dying =
          new Thread(
              () -> {
                try (Socket client = socket.accept()) {
                  assertThat(client.getInputStream().read(new byte[4096])).isPositive();
                  String half =
                      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n";
                  client.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
                  socket.close();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      dying.start();
      URI broken = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/a.zip");
      assertThat(fetch(file(-1, null, broken, server.address("a.zip")))).hasBinaryContent(bytes);
      dying.join();
    }
    assertThat(notes.get(0)).contains("the connection to 127.0.0.1 broke");
  }

  @Test
  void theNextAddressIsTriedWhereOneFails() throws Exception {
    RemoteFile file = file(-1, null, server.address("gone.zip"), server.address("a.zip"));
    assertThat(fetch(file)).hasBinaryContent(bytes);
    RemoteFile nowhere = file(-1, null, server.address("gone"), server.address("lost"));
    assertThatThrownBy(
            () -> new Downloader(SHORT).fetch(nowhere, dir.resolve("b"), DownloadProgress.NONE))
        .hasMessageContaining("/gone: not there")
        .hasMessageContaining("/lost: not there");
  }

  @Test
  void nobodyThereIsToldInWords() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    URI address = URI.create("http://127.0.0.1:" + free + "/a.zip");
    assertThatThrownBy(() -> fetch(file(-1, null, address)))
        .hasMessageContaining("cannot connect to 127.0.0.1")
        .hasMessageContaining("tried 3 times");
  }

  @Test
  void aFileThatIsAnotherIsNotOverwritten() throws Exception {
    Files.writeString(dir.resolve("a.zip"), "mine");
    assertThatThrownBy(() -> fetch(published(-1, sha256(bytes))))
        .hasMessageContaining("is not the published a.zip");
    assertThat(dir.resolve("a.zip")).hasContent("mine");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void twoAtOnceDoNotWriteTheSameFile() throws Exception {
    try (FileChannel channel =
            FileChannel.open(
                dir.resolve("a.zip.part"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(() -> fetch(published(-1, null))).hasMessageContaining("another process");
    }
  }

  private Path fetch(RemoteFile file) {
    return fetch(file, SHORT);
  }

  private Path fetch(RemoteFile file, Patience patience) {
    return new Downloader(patience)
        .fetch(
            file,
            dir.resolve("a.zip"),
            new DownloadProgress() {
              @Override
              public void at(long done, long total) {
                assertThat(done).isLessThanOrEqualTo(total < 0 ? Long.MAX_VALUE : total);
              }

              @Override
              public void note(String line) {
                notes.add(line);
              }
            });
  }

  private RemoteFile published(long length, @Nullable Checksum checksum) {
    return file(length, checksum, server.address("a.zip"));
  }

  private static RemoteFile file(long length, @Nullable Checksum checksum, URI... addresses) {
    return new RemoteFile("a.zip", List.of(addresses), length, checksum);
  }

  private static void redirect(com.sun.net.httpserver.HttpExchange exchange, String to)
      throws IOException {
    exchange.getResponseHeaders().add("Location", to);
    exchange.sendResponseHeaders(302, -1);
  }

  private List<String> names() {
    String[] found = dir.toFile().list();
    return found == null ? List.of() : List.of(found).stream().sorted().toList();
  }

  private static Checksum sha256(byte[] bytes) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    return Checksum.sha256(HexFormat.of().formatHex(digest));
  }

  private static byte[] random(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
