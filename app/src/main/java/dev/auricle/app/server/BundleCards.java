package dev.auricle.app.server;

import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.FrontEnds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the server says of its bundles. */
final class BundleCards {
  private BundleCards() {}

  /** A line each: what a client needs to choose one. */
  static Map<String, Object> list(BundleFolder folder) {
    List<Object> bundles = new ArrayList<>();
    for (ServedBundle served : folder.all()) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("id", served.id());
      map.put("name", served.bundle().name());
      map.put("labels", served.bundle().labels());
      map.put("multiLabel", served.bundle().multiLabel());
      map.put("accuracy", served.bundle().evaluation().get("accuracy"));
      map.put("protocol", served.bundle().evaluation().get("described"));
      bundles.add(map);
    }
    List<Object> faults = new ArrayList<>();
    folder.faults().forEach((id, error) -> faults.add(Map.of("id", id, "error", error)));
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("bundles", bundles);
    map.put("faults", faults);
    return map;
  }

  /** All of one, but for the hashes of the clips it was trained on. */
  static Map<String, Object> card(ServedBundle served) {
    Bundle bundle = served.bundle();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", served.id());
    map.put("name", bundle.name());
    map.put("labels", bundle.labels());
    map.put("multiLabel", bundle.multiLabel());
    map.put("preparation", bundle.preparation().describe());
    map.put("frontEnd", FrontEnds.describe(bundle.frontEnd()));
    map.put("graphBytes", bundle.graph().length);
    map.put("evaluation", bundle.evaluation());
    Map<String, Object> provenance = new LinkedHashMap<>(bundle.provenance());
    if (provenance.remove("trainedOn") instanceof List<?> clips) {
      provenance.put("trainedOnClips", clips.size());
    }
    provenance.remove("trainedOnGroups");
    map.put("provenance", provenance);
    return map;
  }
}
