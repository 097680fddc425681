package dev.auricle.runtime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import dev.auricle.audio.files.WholeFile;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.jar.JarEntry;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks ONNX Runtime's native libraries once, into {@link CacheFolder}, instead of at every start
 * into a temporary folder that a killed process leaves behind.
 *
 * <p>Must do so before the first class of ONNX Runtime is touched. A path that the application
 * named itself ({@code onnxruntime.native.path}) is left alone; where the cache cannot be written,
 * ONNX Runtime falls back to its own way.
 */
final class OnnxNatives {
  private static final String PROPERTY = "onnxruntime.native.path";
  private static final String[] LIBRARIES = {"onnxruntime", "onnxruntime4j_jni"};

  private static final long STACK_BYTES = 16L << 20;

  private static @Nullable OrtEnvironment environment;

  private OnnxNatives() {}

  /**
   * The process's environment. ONNX Runtime registers its operators when the first one is made and
   * needs about a megabyte of stack for that, all that a Java thread has: a caller of some depth
   * would end the process.
   */
  static synchronized OrtEnvironment environment() {
    OrtEnvironment made = environment;
    if (made == null) {
      prepare();
      AtomicReference<@Nullable OrtEnvironment> found = new AtomicReference<>();
      Runnable make =
          () ->
              found.set(
                  OrtEnvironment.getEnvironment(
                      OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "auricle"));
      Thread thread = new Thread(null, make, "auricle-onnxruntime", STACK_BYTES);
      AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
      thread.setUncaughtExceptionHandler((where, failure) -> failed.set(failure));
      thread.start();
      join(thread);
      made = found.get();
      if (made == null) {
        throw new AuricleException(
            "ONNX Runtime cannot be loaded on this machine: " + failed.get());
      }
      forbidTelemetry(made);
      environment = made;
    }
    return made;
  }

  /** Decision 013: this version has none on Linux and macOS; elsewhere, and later, it stays off. */
  private static void forbidTelemetry(OrtEnvironment made) {
    try {
      made.setTelemetry(false);
    } catch (OrtException e) {
      // This build has none.
    }
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void prepare() {
    if (System.getProperty(PROPERTY) != null) {
      return;
    }
    try {
      Path folder = unpack(CacheFolder.path());
      if (folder != null) {
        System.setProperty(PROPERTY, folder.toString());
      }
    } catch (IOException | SecurityException e) {
      // No writable cache: ONNX Runtime unpacks to a temporary folder itself.
    }
  }

  /** The folder that holds the libraries, named by their checksum; null if they are in no JAR. */
  static @Nullable Path unpack(Path cache) throws IOException {
    Path folder = null;
    for (String library : LIBRARIES) {
      String file = System.mapLibraryName(library);
      URL url = OnnxNatives.class.getResource("/ai/onnxruntime/native/" + platform() + "/" + file);
      if (url == null) {
        return null;
      }
      URLConnection connection = url.openConnection();
      if (!(connection instanceof JarURLConnection jar)) {
        return null;
      }
      JarEntry entry = jar.getJarEntry();
      if (folder == null) {
        String key = String.format(Locale.ROOT, "%s-%08x", platform(), entry.getCrc());
        folder = cache.resolve("onnxruntime").resolve(key).toAbsolutePath();
        Files.createDirectories(folder);
      }
      place(jar, entry.getSize(), folder.resolve(file));
    }
    return folder;
  }

  private static void place(JarURLConnection jar, long size, Path target) throws IOException {
    if (Files.exists(target) && Files.size(target) == size) {
      return;
    }
    // Two processes may start at once: each writes its own file, and the move is atomic.
    try (InputStream in = jar.getInputStream()) {
      WholeFile.writeOrThrow(target, temporary -> Files.copy(in, temporary));
    }
  }

  /** ONNX Runtime's word for this machine. */
  private static String platform() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String system = os.contains("mac") ? "osx" : os.contains("win") ? "win" : "linux";
    return system + "-" + (arch.equals("aarch64") || arch.equals("arm64") ? "aarch64" : "x64");
  }
}
