package dev.auricle.network.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.audio.fetch.DownloadProgress;
import dev.auricle.audio.fetch.Downloader;
import dev.auricle.audio.fetch.Patience;
import dev.auricle.network.published.PublishedNetworks;
import dev.auricle.signal.AuricleException;
import dev.auricle.testing.FileServer;
import dev.auricle.testing.Shared;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Property: weights are found in order, fetched whole, and never those of another file. */
class WeightStoreTest {
  private static final Patience SHORT =
      new Patience(2, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(700));

  @TempDir Path folder;
  @TempDir Path cache;
  private FileServer server;
  private final byte[] bytes = "the published weights".getBytes(StandardCharsets.UTF_8);

  @BeforeEach
  void startServer() throws IOException {
    server = FileServer.start();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void theFolderComesBeforeTheCacheAndTheCacheBeforeTheServer() throws Exception {
    WeightFile file = published(server.put("tiny.pt", bytes), null);
    WeightStore store = store(folder);
    assertThat(store.present(file)).isNull();
    assertThat(get(store, file)).isEqualTo(cache.resolve("tiny.pt")).hasBinaryContent(bytes);
    assertThat(get(store, file)).isEqualTo(cache.resolve("tiny.pt"));
    assertThat(server.requests()).hasSize(1);
    Files.write(folder.resolve("tiny.pt"), bytes);
    assertThat(get(store, file)).isEqualTo(folder.resolve("tiny.pt"));
  }

  @Test
  void aBrokenDownloadIsResumed() throws Exception {
    WeightFile file = published(server.put("tiny.pt", bytes), null);
    server.breakAfter(7);
    assertThat(get(store(null), file)).hasBinaryContent(bytes);
    assertThat(server.requests()).containsExactly("/tiny.pt", "/tiny.pt bytes=7-");
  }

  @Test
  void aFileWithAnotherChecksumIsRefusedWhereverItLies() throws Exception {
    byte[] other = "the published weightS".getBytes(StandardCharsets.UTF_8);
    WeightFile file = published(server.put("tiny.pt", other), null);
    assertThatThrownBy(() -> get(store(null), file))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("SHA-256")
        .hasMessageContaining(String.valueOf(file.sha256()));
    assertThat(cache.resolve("tiny.pt")).doesNotExist();
    Files.write(folder.resolve("tiny.pt"), other);
    assertThatThrownBy(() -> store(folder).present(file))
        .hasMessageContaining(folder.resolve("tiny.pt") + " is not the published tiny.pt")
        .hasMessageContaining("delete it to fetch it anew, or name it by --weights");
  }

  @Test
  void withoutANetTheErrorSaysWhatToPutWhere() throws Exception {
    URI gone = server.put("tiny.pt", bytes);
    server.close();
    assertThatThrownBy(() -> get(store(null), published(gone, null)))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("cannot download tiny.pt")
        .hasMessageContaining("fetch " + gone + " elsewhere, and put tiny.pt into " + cache)
        .hasMessageContaining("AURICLE_WEIGHTS");
    startServer();
  }

  @Test
  void aFileInsideAnArchiveIsTakenOutAndChecked() throws Exception {
    WeightFile file = published(server.put("all.zip", zip("models/tiny.pt")), "models/tiny.pt");
    assertThat(get(store(null), file)).isEqualTo(cache.resolve("tiny.pt")).hasBinaryContent(bytes);
    try (Stream<Path> left = Files.list(cache)) {
      assertThat(left).containsExactly(cache.resolve("tiny.pt"));
    }
    Files.delete(cache.resolve("tiny.pt"));
    WeightFile absent = published(server.put("all.zip", zip("other.pt")), "models/tiny.pt");
    assertThatThrownBy(() -> get(store(null), absent))
        .hasMessageContaining("does not hold models/tiny.pt");
  }

  @Test
  void everyListedFileHasItsNetwork() {
    assertThat(WeightFiles.all())
        .extracting(WeightFile::name)
        .containsExactlyElementsOf(PublishedNetworks.names());
    assertThatThrownBy(() -> WeightFiles.named("mn4"))
        .hasMessageContaining("mn4; there are mn04, mn05");
  }

  /** Golden: the stated lengths and checksums are those of the real files. */
  @Test
  void theStatedChecksumsAreThoseOfTheFiles() {
    WeightStore store = store(Shared.require("weights"));
    for (String name : new String[] {"mn04", "yamnet", "mobilenet-v1"}) {
      assertThat(WeightFiles.named(name).sha256()).isNotNull();
      assertThat(store.present(WeightFiles.named(name))).isNotNull();
    }
  }

  private WeightStore store(@Nullable Path first) {
    return new WeightStore(first, cache, new Downloader(SHORT));
  }

  private static Path get(WeightStore store, WeightFile file) {
    return store.get(file, DownloadProgress.NONE);
  }

  private WeightFile published(URI address, @Nullable String inside) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    String hex = HexFormat.of().formatHex(digest);
    return new WeightFile(
        "tiny",
        "for tests",
        "tiny.pt",
        List.of(address),
        inside,
        bytes.length,
        hex,
        "CC0",
        "nobody");
  }

  private byte[] zip(String name) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(bytes);
    }
    return out.toByteArray();
  }
}
