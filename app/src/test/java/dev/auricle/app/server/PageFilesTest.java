package dev.auricle.app.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Story: what a browser and a generator of clients get from a server, with no bundle yet. */
class PageFilesTest {
  @TempDir static Path dir;
  private static AuricleServer server;
  private static Client client;

  @BeforeAll
  static void serve() {
    server =
        new AuricleServer(
            new ServerOptions(
                dir, "127.0.0.1", 0, "secret", ServerOptions.Limits.forProcessors(1)));
    client = new Client(server.port());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html",
    "/api, text/html",
    "/api/openapi.json, application/json",
    "/page/main.js, text/javascript",
    "/page/style.css, text/css",
    "/page/icon.svg, image/svg+xml"
  })
  void filesNeedNoTokenAndHaveATypeAPolicyAndATag(String path, String type) {
    Client.Answer answer = client.get(path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith(type);
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    String tag = answer.header("ETag");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
      HttpRequest request = client.to(path).header("If-None-Match", known).GET().build();
      Client.Answer again = client.send(request);
      assertThat(again.status()).as(known).isEqualTo(304);
      assertThat(again.response().body()).isEmpty();
    }
    HttpRequest request = client.to(path).header("If-None-Match", "\"other\"").GET().build();
    assertThat(client.send(request).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/page/none.js", "/page/..%2Fpage%2Fmain.js", "/page/PageFiles.class", "/page/x"})
  void thereIsNothingElse(String path) {
    assertThat(client.get(path).status()).isIn(400, 404);
  }

  @Test
  void everyRouteIsDescribedAndEveryDescriptionHasItsRoute() {
    Set<String> described = new TreeSet<>();
    JsonNode paths = client.get("/api/openapi.json").json().get("paths");
    paths.forEachEntry(
        (path, item) ->
            item.forEachEntry(
                (method, operation) ->
                    described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    assertThat(described).isEqualTo(server.routes()).hasSizeGreaterThan(10);
  }

  @Test
  void everyReferenceInTheDescriptionLeadsSomewhere() {
    JsonNode document = client.get("/api/openapi.json").json();
    assertThat(document.findValuesAsString("$ref"))
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
  }

  private static Client.Answer labels(String query, String body) {
    return client.send(
        client
            .to("/api/v1/labels" + query)
            .header("Authorization", "Bearer secret")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(UTF_8)))
            .build());
  }

  @Test
  void eventsBecomeALabelFile() {
    Client.Answer answer =
        labels(
            "?format=audacity",
            """
            {"file": "a.wav", "seconds": 9, "events": [
              {"start": 4, "end": 5.5, "label": "b", "score": 0.5},
              {"start": 1, "end": 2, "label": "a", "score": null}]}
            """);
    assertThat(answer.response().body()).isEqualTo("1.000\t2.000\ta\n4.000\t5.500\tb\n");
    assertThat(answer.header("Auricle-Extension")).isEqualTo("txt");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?format=srt|{\"events\": []}|webvtt",
        "|no JSON|JSON",
        "|{\"seconds\": 4}|events",
        "|{\"events\": [{\"start\": 1, \"label\": \"a\"}]}|event 0",
        "|{\"events\": [{\"start\": 2, \"end\": 1, \"label\": \"a\"}]}|event 0",
        "|{\"events\": [{\"start\": 1, \"end\": 1e400, \"label\": \"a\"}]}|event 0",
        "|{\"events\": [{\"start\": 1, \"end\": 2, \"label\": \" \"}]}|label",
        "|{\"events\": [7]}|event 0",
        "|[]|events"
      })
  void brokenLabelsAreRefusedInWords(String query, String body, String words) {
    Client.Answer answer = labels(query == null ? "" : query, body);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
    assertThat(answer.json().get("detail").asString()).contains(words);
  }

  @Test
  void labelsNeedTheToken() {
    assertThat(client.post("/api/v1/labels", "{\"events\": []}".getBytes(UTF_8)).status())
        .isEqualTo(401);
  }
}
