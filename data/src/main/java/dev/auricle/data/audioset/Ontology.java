package dev.auricle.data.audioset;

import dev.auricle.data.table.Table;
import dev.auricle.data.text.Nearest;
import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tree of sound classes of AudioSet (a class may have several parents). J. F. Gemmeke et al.,
 * "Audio Set: An ontology and human-labeled dataset for audio events", ICASSP 2017.
 */
public final class Ontology {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Path file;
  private final Map<String, SoundClass> byId;
  private final Map<String, String> idByName;

  /**
   * A class of sounds.
   *
   * @param id such as {@code /m/09x0r}
   * @param name such as {@code Speech}
   * @param children ids of the classes right below
   */
  public record SoundClass(String id, String name, List<String> children) {}

  private Ontology(Path file, List<SoundClass> classes) {
    this.file = file;
    byId = new LinkedHashMap<>();
    idByName = new LinkedHashMap<>();
    for (SoundClass c : classes) {
      byId.put(c.id(), c);
      idByName.put(c.name().toLowerCase(Locale.ROOT), c.id());
    }
  }

  /**
   * Reads {@code ontology.json}.
   *
   * @throws AuricleException if it is not that file
   */
  public static Ontology read(Path file) {
    List<SoundClass> classes = new ArrayList<>();
    try {
      for (JsonNode node : MAPPER.readTree(Table.text(file))) {
        List<String> children = new ArrayList<>();
        node.path("child_ids").forEach(c -> children.add(c.asString()));
        classes.add(
            new SoundClass(
                node.path("id").asString(""),
                node.path("name").asString(""),
                List.copyOf(children)));
      }
    } catch (JacksonException e) {
      throw new AuricleException(
          file + " is not AudioSet's ontology.json: " + e.getOriginalMessage(), e);
    }
    if (classes.isEmpty() || classes.stream().anyMatch(c -> c.id().isEmpty())) {
      throw new AuricleException(
          file + " is not AudioSet's ontology.json: expected a list of classes with id and name");
    }
    return new Ontology(file, classes);
  }

  /** All classes, in the file's order. */
  public List<SoundClass> classes() {
    return List.copyOf(byId.values());
  }

  /** The name of an id; the id itself where the ontology lacks it. */
  public String name(String id) {
    SoundClass c = byId.get(id);
    return c == null ? id : c.name();
  }

  /**
   * The class of a name (in any case) or of an id.
   *
   * @throws AuricleException if there is none; names the nearest
   */
  public SoundClass find(String nameOrId) {
    String id = idByName.getOrDefault(nameOrId.strip().toLowerCase(Locale.ROOT), nameOrId.strip());
    SoundClass found = byId.get(id);
    if (found == null) {
      List<String> names = byId.values().stream().map(SoundClass::name).toList();
      throw new AuricleException(
          "no class '" + nameOrId + "' in " + file + Nearest.question(nameOrId, names));
    }
    return found;
  }

  /** The ids of a class and of all classes below it. */
  public Set<String> below(String nameOrId) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(find(nameOrId).id()));
    while (!open.isEmpty()) {
      String id = open.remove();
      SoundClass c = byId.get(id);
      if (found.add(id) && c != null) {
        open.addAll(c.children());
      }
    }
    return found;
  }

  /** Rolls ids up to the chosen classes: those of them that the ids are, or stand below. */
  public RollUp rollUp(List<String> chosen) {
    return new RollUp(
        chosen.stream()
            .collect(
                Collectors.toMap(
                    c -> find(c).name(), this::below, (a, b) -> a, LinkedHashMap::new)));
  }
}
