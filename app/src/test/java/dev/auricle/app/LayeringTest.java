package dev.auricle.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The order of the modules (property): each uses only what stands before it, and what an
 * application embeds needs no training library.
 */
class LayeringTest {
  /** Lowest first. */
  private static final List<String> MODULES =
      List.of("signal", "audio", "runtime", "data", "network", "learn", "app");

  private static JavaClasses classes;

  @BeforeAll
  static void readClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(LayeringTest::isProduct)
            .importPackages("dev.auricle");
  }

  @ParameterizedTest
  @ValueSource(strings = {"signal", "audio", "runtime", "data", "network", "learn", "app"})
  void aModuleIsSeenWhole(String module) {
    assertThat(classes.stream().filter(type -> type.getPackageName().startsWith(in(module))))
        .as("classes of " + module + ", without which the other tests here would hold emptily")
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"signal", "audio", "runtime", "data", "network", "learn"})
  void aModuleUsesNoneAboveIt(String module) {
    String[] above =
        MODULES.subList(MODULES.indexOf(module) + 1, MODULES.size()).stream()
            .map(LayeringTest::all)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(all(module))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(above)
        .check(classes);
  }

  @Test
  void dataAndRuntimeDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage(all("data"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(all("runtime"))
        .check(classes);
  }

  @Test
  void networksKnowNoDatasets() {
    noClasses()
        .that()
        .resideInAPackage(all("network"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(all("data"))
        .check(classes);
  }

  @Test
  void whatAnApplicationEmbedsNeedsNoTrainingLibrary() {
    noClasses()
        .that()
        .resideInAnyPackage(all("signal"), all("audio"), all("runtime"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.bytedeco.pytorch..", "org.bytedeco.openblas..", "ml.dmlc..")
        .check(classes);
  }

  @Test
  void onlyLearnTrains() {
    noClasses()
        .that()
        .resideOutsideOfPackage(all("learn"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.bytedeco.pytorch..", "ml.dmlc..")
        .check(classes);
  }

  @Test
  void signalNeedsOnlyTheJdk() {
    noClasses()
        .that()
        .resideInAPackage(all("signal"))
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            all("signal"), "java..", "jdk.incubator.vector..", "org.jspecify..")
        .check(classes);
  }

  @Test
  void packagesOfLearnFormNoCycle() {
    slices().matching("dev.auricle.learn.(*)..").should().beFreeOfCycles().check(classes);
  }

  private static boolean isProduct(Location location) {
    return !location.contains("/test-classes/") && !location.contains("-tests.jar");
  }

  private static String in(String module) {
    return "dev.auricle." + module;
  }

  private static String all(String module) {
    return in(module) + "..";
  }
}
