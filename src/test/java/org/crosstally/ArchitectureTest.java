package org.crosstally;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** The arrows between the packages go one way, and Tablesaw stays at the borders. */
@AnalyzeClasses(packages = "org.crosstally", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final DescribedPredicate<JavaClass> TABLESAW =
      JavaClass.Predicates.resideInAPackage("tech.tablesaw..");

  @ArchTest
  static final ArchRule arrows_go_one_way =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("outcome")
          .definedBy("..crosstally.outcome..")
          .layer("figure")
          .definedBy("..crosstally.figure..")
          .layer("io")
          .definedBy("..crosstally.io..")
          .layer("series")
          .definedBy("..crosstally.series..")
          .layer("consensus")
          .definedBy("..crosstally.consensus..")
          .layer("reconcile")
          .definedBy("..crosstally.reconcile..")
          .layer("balance")
          .definedBy("..crosstally.balance..")
          .layer("agreement")
          .definedBy("..crosstally.agreement..")
          .layer("trend")
          .definedBy("..crosstally.trend..")
          .layer("chart")
          .definedBy("..crosstally.chart..")
          .layer("report")
          .definedBy("..crosstally.report..")
          .whereLayer("outcome")
          .mayNotAccessAnyLayer()
          .whereLayer("figure")
          .mayNotAccessAnyLayer()
          .whereLayer("io")
          .mayOnlyAccessLayers("figure")
          .whereLayer("series")
          .mayOnlyAccessLayers("outcome", "figure")
          .whereLayer("consensus")
          .mayOnlyAccessLayers("outcome")
          .whereLayer("reconcile")
          .mayOnlyAccessLayers("outcome", "figure", "series", "consensus")
          .whereLayer("balance")
          .mayOnlyAccessLayers("outcome", "figure", "series", "consensus", "reconcile")
          .whereLayer("agreement")
          .mayOnlyAccessLayers("outcome", "figure", "series", "consensus", "reconcile")
          .whereLayer("trend")
          .mayOnlyAccessLayers("outcome", "figure", "series")
          .whereLayer("chart")
          .mayOnlyBeAccessedByLayers("report")
          .whereLayer("report")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("org.crosstally.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule tablesaw_is_met_by_adapters_and_table_methods_only =
      methods()
          .that(
              DescribedPredicate.describe(
                  "have a Tablesaw type in their signature",
                  method ->
                      TABLESAW.test(method.getRawReturnType())
                          || method.getRawParameterTypes().stream().anyMatch(TABLESAW)))
          .and()
          .areDeclaredInClassesThat()
          .haveSimpleNameNotEndingWith("Tables")
          .should()
          .haveNameMatching("toTable|of");

  @ArchTest
  static final ArchRule a_report_reads_results_and_no_tablesaw_tables =
      noClasses()
          .that()
          .resideInAPackage("..crosstally.report..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("tech.tablesaw..");

  @ArchTest
  static final ArchRule nobody_keeps_a_tablesaw_table = noFields().should().haveRawType(TABLESAW);

  @ArchTest
  static final ArchRule nobody_reads_csv_with_tablesaw =
      noClasses().should().dependOnClassesThat().resideInAPackage("tech.tablesaw.io..");

  @ArchTest
  static final ArchRule numeric_packages_know_no_figures =
      noClasses()
          .that()
          .resideInAPackage("..crosstally.consensus..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..crosstally.figure..", "..crosstally.series..");

  @ArchTest
  static final ArchRule adapters_are_not_public_nouns =
      classes()
          .that()
          .haveSimpleNameEndingWith("Tables")
          .and()
          .resideOutsideOfPackage("..crosstally.io..")
          .should()
          .notBePublic();
}
