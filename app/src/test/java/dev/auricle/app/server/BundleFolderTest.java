package dev.auricle.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Story: a folder in which some files are unreadable, take long to load, or fail oddly. */
@Timeout(60)
class BundleFolderTest {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  @TempDir static Path dir;
  private static Path trained;

  @TempDir Path folder;

  @BeforeAll
  static void train() throws IOException {
    trained = dir.resolve("trained.auricle");
    Tones.train(dir, trained);
  }

  private Path put(String id) throws IOException {
    Path next = folder.resolve("next.tmp");
    Files.copy(trained, next);
    return Files.move(next, folder.resolve(id + ".auricle"), StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<String> ids(BundleFolder bundles) {
    return bundles.all().stream().map(ServedBundle::id).toList();
  }

  private static void await(BooleanSupplier holds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.sleep(20);
    }
  }

  @Test
  void aFileThatCannotBeReadIsAFaultAndTheOthersAreServed() throws Exception {
    put("good");
    Path loop = folder.resolve("loop.auricle");
    Files.createSymbolicLink(loop, loop.getFileName());
    try (BundleFolder bundles = new BundleFolder(folder)) {
      assertThat(ids(bundles)).containsExactly("good");
      assertThat(bundles.faults().get("loop")).contains("loop.auricle cannot be read");
      put("later");
      await(() -> ids(bundles).equals(List.of("good", "later")));
      put("good");
      put("loop");
      await(() -> ids(bundles).equals(List.of("good", "later", "loop")));
      assertThat(bundles.faults()).isEmpty();
    }
  }

  @Test
  void oneThatTakesLongKeepsNobodyWaiting() throws Exception {
    put("a-slow");
    put("good");
    CountDownLatch ready = new CountDownLatch(1);
    BundleFolder.Loader loader =
        (id, file) -> {
          if (id.equals("a-slow")) {
            uninterrupted(ready);
          }
          return ServedBundle.load(id, file);
        };
    try (BundleFolder bundles = new BundleFolder(folder, PATIENCE, loader)) {
      assertThat(ids(bundles)).containsExactly("good");
      assertThat(bundles.faults().get("a-slow")).contains("still being loaded");
      put("later");
      await(() -> ids(bundles).equals(List.of("good", "later")));
      ready.countDown();
      await(() -> ids(bundles).equals(List.of("a-slow", "good", "later")));
      assertThat(bundles.faults()).isEmpty();
    }
  }

  @Test
  void stoppingDoesNotWaitForABundleThatIsBeingLoaded() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ready = new CountDownLatch(1);
    BundleFolder bundles =
        new BundleFolder(
            folder,
            Duration.ofMinutes(5),
            (id, file) -> {
              begun.countDown();
              uninterrupted(ready);
              return ServedBundle.load(id, file);
            });
    put("slow");
    begun.await();
    long start = System.nanoTime();
    bundles.close();
    assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(5));
    ready.countDown();
  }

  @Test
  void aFileThatFailsIsTriedOnceUntilItChanges() throws Exception {
    put("bad");
    AtomicInteger tries = new AtomicInteger();
    BundleFolder.Loader loader =
        (id, file) -> {
          if (tries.incrementAndGet() == 1) {
            throw new AuricleException("no good");
          }
          return ServedBundle.load(id, file);
        };
    try (BundleFolder bundles = new BundleFolder(folder, PATIENCE, loader)) {
      assertThat(bundles.faults()).containsEntry("bad", "no good");
      Thread.sleep(2500);
      assertThat(tries.get()).isEqualTo(1);
      put("bad");
      await(() -> ids(bundles).equals(List.of("bad")));
      assertThat(bundles.faults()).isEmpty();
    }
  }

  /** As computing does, which nothing interrupts. */
  private static void uninterrupted(CountDownLatch latch) {
    boolean done = false;
    while (!done) {
      try {
        latch.await();
        done = true;
      } catch (InterruptedException e) {
        // Goes on.
      }
    }
  }
}
