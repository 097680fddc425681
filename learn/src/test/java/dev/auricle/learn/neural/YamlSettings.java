package dev.auricle.learn.neural;

import dev.auricle.learn.training.Settings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Settings out of a test's own YAML. */
final class YamlSettings {
  private YamlSettings() {}

  /**
   * Reads them.
   *
   * @param section they belong to; empty for a whole recipe
   */
  static Settings of(String section, String yaml) {
    MappingNode node =
        (MappingNode) new Compose(LoadSettings.builder().build()).composeString(yaml).orElseThrow();
    return Settings.of("test.yaml", section, node);
  }
}
