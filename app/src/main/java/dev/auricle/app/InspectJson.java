package dev.auricle.app;

import dev.auricle.data.Dataset;
import dev.auricle.data.Licences;
import dev.auricle.data.audit.FileFacts;
import dev.auricle.data.audit.Findings;
import dev.auricle.data.audit.Leak;
import dev.auricle.learn.inspection.Cue;
import dev.auricle.learn.inspection.CueScore;
import dev.auricle.learn.inspection.Inspection;
import dev.auricle.learn.inspection.Shortcut;
import dev.auricle.learn.inspection.Shortcuts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An inspection for programs; {@code docs/json.md} says what the fields mean. */
final class InspectJson {
  private InspectJson() {}

  static Map<String, Object> of(Inspection inspection) {
    Dataset dataset = inspection.dataset();
    Findings findings = inspection.findings();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("dataset", dataset.name());
    map.put("layout", dataset.layout());
    map.put("description", dataset.description());
    map.put("clips", dataset.examples().size());
    map.put("groups", inspection.groups());
    map.put("groupName", dataset.groupName());
    map.put("protocol", inspection.protocol().words());
    map.put("clipsPerLabel", inspection.clipsPerLabel());
    map.put("licences", Licences.of(dataset));
    map.put("complete", findings.complete());
    map.put("leaks", findings.leaks().stream().map(InspectJson::leak).toList());
    map.put("shortcuts", shortcuts(inspection.shortcuts()));
    map.put("files", findings.facts().stream().map(InspectJson::fact).toList());
    map.put("unreadable", findings.unreadable());
    map.put("warnings", dataset.warnings());
    return map;
  }

  private static Map<String, Object> shortcuts(Shortcuts shortcuts) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("notProbed", shortcuts.notProbed());
    map.put("cues", shortcuts.scores().stream().map(InspectJson::score).toList());
    List<Map<String, Object>> found = new ArrayList<>();
    for (Shortcut shortcut : shortcuts.found()) {
      Map<String, Object> one = score(shortcut.score());
      one.put("cues", shortcut.cues().stream().map(Cue::words).toList());
      one.put("labels", shortcut.labels().stream().map(InspectJson::told).toList());
      one.put("remedies", shortcut.remedies());
      found.add(one);
    }
    map.put("found", found);
    return map;
  }

  private static Map<String, Object> score(CueScore score) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("cues", score.cues().stream().map(Cue::words).toList());
    map.put("accuracy", score.accuracy());
    map.put("chance", score.chance());
    map.put("p", score.p());
    map.put("labels", score.labels().stream().map(InspectJson::told).toList());
    return map;
  }

  private static Map<String, Object> told(CueScore.Told told) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("label", told.label());
    map.put("recall", told.found());
    map.put("precision", told.right());
    map.put("correlation", told.correlation());
    map.put("usual", told.usual());
    map.put("others", told.others());
    return map;
  }

  private static Map<String, Object> leak(Leak leak) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", leak.kind().words());
    map.put("what", leak.what());
    map.put("crosses", leak.crosses());
    map.put("sides", leak.sides());
    map.put("labelsDiffer", leak.labelsDiffer());
    map.put("clips", leak.ids());
    return map;
  }

  private static Map<String, Object> fact(FileFacts f) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("clip", f.id());
    map.put("seconds", f.seconds());
    map.put("codec", f.codec());
    map.put("sampleRate", f.sampleRate());
    map.put("channels", f.channels());
    map.put("bits", f.bits());
    map.put("peak", f.peak());
    map.put("rmsDb", f.rms());
    map.put("dc", f.dc());
    map.put("clippedShare", f.clipped());
    map.put("leadingSilence", f.leadingSilence());
    map.put("trailingSilence", f.trailingSilence());
    map.put("noiseFloorDb", f.noiseFloor());
    map.put("bandwidthHz", f.bandwidth());
    return map;
  }
}
