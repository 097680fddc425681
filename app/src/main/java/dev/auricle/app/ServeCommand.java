package dev.auricle.app;

import dev.auricle.app.server.AuricleServer;
import dev.auricle.app.server.ServerOptions;
import dev.auricle.app.server.ServerOptions.Limits;
import dev.auricle.signal.AuricleException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code auricle serve}: bundles over HTTP. */
@Command(
    name = "serve",
    description = "Serves a folder of bundles over HTTP, with a page to use them.",
    footer = {
      "",
      "The folder is read again when it changes. The API is described at /api.",
      "Only this machine reaches the server unless --host says otherwise; set --token then.",
      "",
      "Example:",
      "  auricle serve --bundles models/",
      "  curl --data-binary @seven.wav http://127.0.0.1:8080/api/v1/classify"
    })
final class ServeCommand implements Callable<Integer> {
  /** Visible ASCII, with spaces inside at most: a header loses those at its ends. */
  private static final String TOKEN = "[!-~]([ -~]*[!-~])?";

  @Option(
      names = "--bundles",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Folder with bundles (*.auricle) (default: the working directory).")
  private Path bundles = Path.of(".");

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to bind to (default: ${DEFAULT-VALUE}); 0.0.0.0 for all.")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Port to bind to (default: ${DEFAULT-VALUE}); 0 for a free one.")
  @Range(least = 0, most = 65_535)
  private int port;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      defaultValue = "${env:AURICLE_TOKEN}",
      description = "Clients must send it as bearer token (default: AURICLE_TOKEN, or none).")
  private @Nullable String token;

  @Option(
      names = "--origin",
      paramLabel = "ORIGIN",
      description = "A page elsewhere that may send to the server, as https://name (repeatable).")
  private List<String> origins = List.of();

  @Option(
      names = "--max-mb",
      paramLabel = "N",
      defaultValue = "64",
      description = "Largest request body in MB (default: ${DEFAULT-VALUE}).")
  @Range(least = 1)
  private int mostMegabytes;

  @Option(
      names = "--max-seconds",
      paramLabel = "N",
      defaultValue = "3600",
      description = "Longest sound in seconds (default: ${DEFAULT-VALUE}).")
  @Range(least = 0.001)
  private double mostSeconds;

  @Option(
      names = "--queue",
      paramLabel = "N",
      description = "Requests that may wait (default: 16 per thread); more get status 429.")
  @Range(least = 0)
  private @Nullable Integer queue;

  @Option(
      names = "--timeout",
      paramLabel = "S",
      defaultValue = "120",
      description = "Seconds that one request may compute (default: ${DEFAULT-VALUE}).")
  @Range(least = 1)
  private int timeout;

  @Option(names = "--open", description = "Open the page in the browser.")
  private boolean open;

  @Mixin private RunOptions options = new RunOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    checkUsage();
    if (!Files.isDirectory(bundles)) {
      throw new AuricleException(
          "--bundles "
              + bundles
              + ": there is no such folder; name one that holds *.auricle files");
    }
    Limits usual = Limits.forProcessors(options.threads);
    Limits limits =
        new Limits(
            (long) mostMegabytes << 20,
            mostSeconds,
            usual.running(),
            queue == null ? usual.waiting() : queue,
            usual.patience(),
            Duration.ofSeconds(timeout),
            usual.streams());
    ServerOptions served = new ServerOptions(bundles, host, port, token, limits, origins);
    if (token == null && !served.isLoopback()) {
      System.err.println(
          "warning: whoever reaches "
              + host
              + " can use this server; --token, or AURICLE_TOKEN, keeps strangers out");
    }
    AuricleServer server = new AuricleServer(served);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  stopped.countDown();
                },
                "stop"));
    String page = "http://" + reached(served) + ":" + server.port() + "/";
    System.out.println(
        server.bundles()
            + (server.bundles() == 1 ? " bundle" : " bundles")
            + " at "
            + page
            + " (stop with Ctrl-C)");
    if (open && !UserBrowser.open(page)) {
      System.err.println("No browser could be started; open the address above yourself.");
    }
    stopped.await();
    return 0;
  }

  private void checkUsage() {
    if (token != null && !token.matches(TOKEN)) {
      throw new ParameterException(
          Specs.commandLine(spec),
          "--token (or AURICLE_TOKEN) is "
              + (token.isBlank() ? "empty" : "nothing that a header can carry")
              + "; expected letters, digits and signs of ASCII, or no --token at all");
    }
    for (String origin : origins) {
      if (!origin.matches("https?://[^/@\\s]+")) {
        throw new ParameterException(
            Specs.commandLine(spec),
            "--origin is " + origin + "; expected one such as https://sounds.example.org");
      }
    }
  }

  /** Under which name this machine reaches the server. */
  private static String reached(ServerOptions served) {
    return switch (served.host()) {
      case "0.0.0.0" -> "127.0.0.1";
      case "::" -> "[::1]";
      default -> served.addressInUrl();
    };
  }
}
