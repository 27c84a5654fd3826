package org.crosstally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example runs, and writes the same bytes each time. */
class ExamplesTest {
  @TempDir private Path folder;

  private static String run(String example, String data, Path out)
      throws IOException, ReflectiveOperationException {
    return run(example, new String[] {data, out.toString()});
  }

  private static String run(String example, String... args)
      throws IOException, ReflectiveOperationException {
    URL[] classes = {Path.of("target/example-classes").toUri().toURL()};
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(classes, ExamplesTest.class.getClassLoader());
        PrintStream capture = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(capture);
      loader.loadClass(example).getMethod("main", String[].class).invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      throw new AssertionError(example + " failed", e.getCause());
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static SortedMap<String, byte[]> files(Path folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (var paths = Files.list(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        files.put(path.getFileName().toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }

  @Test
  void the_main_job_prints_a_notebook_and_writes_its_tables_and_charts() throws Exception {
    Path out = folder.resolve("first");

    String notebook = run("DefectorArrivals", "data/defectors", out);

    assertThat(notebook).contains("Why 2,914", "A monotone trend is not established");
    assertThat(files(out).keySet())
        .containsExactly(
            "conflicts.csv",
            "lines-by-source.png",
            "lines-by-source.svg",
            "reconciled.csv",
            "source-by-source.png",
            "source-by-source.svg",
            "trend.csv",
            "year-over-year.csv",
            "year-over-year.png",
            "year-over-year.svg");
    assertThat(header(out, "reconciled.csv"))
        .isEqualTo("period,estimate,low,high,figures,origins,status,rule");
    assertThat(header(out, "conflicts.csv"))
        .isEqualTo(
            "figure_id,source,origin,published,period,value,reconciled,difference,difference_pct,cause,evidence,probability_by_chance,explanation");
    assertThat(header(out, "year-over-year.csv"))
        .isEqualTo("period,value,base,change,change_pct,low_pct,high_pct,outcome");
    assertThat(header(out, "trend.csv")).isEqualTo("method,quantity,value");
  }

  private static String header(Path out, String file) throws IOException {
    return Files.readAllLines(out.resolve(file)).get(0);
  }

  @Test
  void shuffled_rows_give_the_same_bytes() throws Exception {
    Path shuffledData = folder.resolve("data");
    Files.createDirectories(shuffledData);
    for (String name : List.of("sources.csv", "documents.csv", "measures.csv")) {
      Files.copy(Path.of("data/defectors", name), shuffledData.resolve(name));
    }
    List<String> lines = Files.readAllLines(Path.of("data/defectors/figures.csv"));
    List<String> rows = new java.util.ArrayList<>(lines.subList(1, lines.size()));
    java.util.Collections.shuffle(rows, new java.util.Random(3));
    rows.add(0, lines.get(0));
    Files.write(shuffledData.resolve("figures.csv"), rows);

    run("DefectorArrivals", "data/defectors", folder.resolve("first"));
    run("DefectorArrivals", shuffledData.toString(), folder.resolve("second"));

    SortedMap<String, byte[]> first = files(folder.resolve("first"));
    SortedMap<String, byte[]> second = files(folder.resolve("second"));
    assertThat(second.keySet()).isEqualTo(first.keySet());
    first.forEach(
        (name, bytes) ->
            assertThat(Arrays.equals(second.get(name), bytes)).as("bytes of %s", name).isTrue());
  }

  @Test
  void figures_of_your_own_are_read_from_a_flat_and_a_wide_table() throws Exception {
    String notebook = run("LoadYourOwn", "data/world-population", folder.resolve("own"));

    assertThat(notebook).contains("median of the sources", "median of 10 origins");
    assertThat(files(folder.resolve("own")).keySet())
        .containsExactly("conflicts.csv", "lines-by-source.png", "reconciled.csv");
  }

  @Test
  void the_records_of_the_sources_are_printed_and_written() throws Exception {
    Path out = folder.resolve("records");

    String notebook = run("SourceRecords", "data/defectors", out);

    assertThat(notebook).contains("2010: then 2,379, now 2,402", "WRONG_SPAN");
    assertThat(files(out).keySet())
        .containsExactly(
            "forecasts.csv", "relays.csv", "revisions.csv", "sources.csv", "vintages.csv");
    assertThat(header(out, "forecasts.csv")).startsWith("figure_id,source,origin,measure");
    assertThat(header(out, "sources.csv")).contains("period_slip,wrong_part,wrong_span,misprint");
    SortedMap<String, byte[]> first = files(out);
    run("SourceRecords", "data/defectors", out);
    files(out).forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(first.get(name)));
  }

  @Test
  void the_accounts_are_balanced_and_what_cannot_be_true_is_written() throws Exception {
    Path out = folder.resolve("accounts");

    String notebook = run("BalancedAccounts", "data/defectors", out);

    assertThat(notebook)
        .contains("'debriefed', 'living in the ROK', 'settled' are taken for the measure's own")
        .contains("<1200 (chosun-05, a forecast) against 1277 (asmolov-06)")
        .contains("2015-01/2015-07: 705.0 (704.7 to 705.3), from asmolov-01, asmolov-02")
        .contains("2015-11/2015-12: 299, from asmolov-06, chosun-02")
        .contains("cumulative_arrivals, 2015-12-31: 28,796");
    assertThat(files(out).keySet())
        .containsExactly("adjustments.csv", "balanced.csv", "impossible.csv");
    assertThat(header(out, "balanced.csv"))
        .isEqualTo("period,dimensions,estimate,low,high,identified_by");
    assertThat(header(out, "adjustments.csv"))
        .isEqualTo(
            "figure_id,stated,balanced,in_uncertainties,leave_one_out,leave_one_out_low,leave_one_out_high");
    assertThat(header(out, "impossible.csv")).isEqualTo("set,figure_id,sentence");
    assertThat(Files.readAllLines(out.resolve("balanced.csv")))
        .contains("2015-11/2015-12,place=KOR,299,299,299,reports")
        .anyMatch(line -> line.startsWith("2012-Q1,\"place=KOR, sex=female\","));
  }

  @Test
  void sources_are_judged_by_all_that_they_say() throws Exception {
    Path in = folder.resolve("claims.csv");
    Files.writeString(in, "object,source,value\na,s,1000\na,t,1010\nb,s,2000\nb,t,\"2,030\"\n");
    Path out = folder.resolve("reliability.csv");

    String notebook = run("SourceReliability", in.toString(), out);

    assertThat(notebook).contains("4 claims of 2 sources about 2 objects");
    assertThat(Files.readAllLines(out))
        .startsWith("method,kind,index,value", "mean,truth,a,1005", "mean,truth,b,2015")
        .hasSize(1 + 6 * 2 + 4 * 2);
  }

  @Test
  void a_claim_that_is_no_number_is_named_with_its_line() throws Exception {
    Path in = folder.resolve("faulty.csv");
    Files.writeString(in, "object,source,value\na,s,1000\na,t,about ten\n");

    assertThatThrownBy(() -> run("SourceReliability", in.toString(), folder.resolve("none.csv")))
        .hasRootCauseMessage(
            in
                + ", line 3, column value: 'about ten' is no number; accepted is a number such as"
                + " 1234 or 12.5");
    assertThat(folder.resolve("none.csv")).doesNotExist();
  }

  @Test
  void measurements_are_written_with_the_columns_of_the_programs_they_are_compared_with()
      throws Exception {
    Path in = folder.resolve("measurements.csv");
    Files.writeString(
        in, "dataset,i,yi,vi\none,1,2914,225\ntwo,1,1418,4\ntwo,2,1417,4\n\"a, b\",1,5,1\n");
    Path out = folder.resolve("consensus.csv");

    String notebook = run("MeasurementConsensus", in.toString(), out.toString());

    assertThat(notebook).contains("3 data sets");
    assertThat(Files.readAllLines(out))
        .hasSize(1 + 3 * 9 * 3)
        .startsWith(
            "dataset,method,test,k,estimate,se,stat,pval,ci_lb,ci_ub,tau2,se_tau2,I2,H2,Q,Qp,pi_lb,"
                + "pi_ub,birge,tau2_qp_lb,tau2_qp_ub,logLik_ml,logLik_reml")
        .anyMatch(line -> line.startsWith("one,EE,z,1,2914.0,15.0,194.26666666666668,0.0,"))
        .anyMatch(line -> line.startsWith("\"a, b\",HS,adhoc,1,5.0,1.0,"));
    assertThat(Files.readAllLines(folder.resolve("consensus-robust.csv")))
        .hasSize(4)
        .anyMatch(line -> line.startsWith("two,2,1417.5,1417.5,0.5,1417.5,1417.5,1417.5,"))
        .contains(
            "dataset,k,mean,median,mad_raw,wmedian_1_vi,hodges_lehmann,huber_mass_k1.5_mad,"
                + "hubers_prop2_mu,hubers_prop2_s,biweight_c6_mad,pdg_mean,pdg_se,pdg_S_pruned,"
                + "pdg_se_scaled",
            "one,1,2914.0,2914.0,0.0,2914.0,2914.0,NA,2914.0,0.0,2914.0,2914.0,15.0,1.0,15.0",
            "\"a, b\",1,5.0,5.0,0.0,5.0,5.0,NA,5.0,0.0,5.0,5.0,1.0,1.0,1.0");
  }

  @Test
  void a_variance_that_is_none_is_named_with_its_line() throws Exception {
    Path in = folder.resolve("faulty.csv");
    Files.writeString(in, "dataset,i,yi,vi\none,1,2914,225\none,2,2927,0\n");

    assertThatThrownBy(() -> run("MeasurementConsensus", in.toString(), folder.resolve("none.csv")))
        .hasRootCauseMessage(
            in + ", line 3, column vi: '0' is no variance; accepted is a number above 0");
    assertThat(folder.resolve("none.csv")).doesNotExist();
  }

  @Test
  void measurements_with_named_sources_are_combined_and_drawn() throws Exception {
    String notebook = run("MeasurementConsensus");

    // As the manuals of the NIST Consensus Builder and of R's metafor print them.
    assertThat(notebook)
        .containsPattern("DerSimonian-Laird +\\| +33\\.600 +\\| +0\\.745 ")
        .containsPattern("restricted maximum likelihood +\\| +-0\\.7145 +\\| +0\\.1798 ")
        .contains("PCB 28 in sediment, 2003: 33.59 ng/g [31.91 to 35.26")
        .contains("Combined by restricted maximum likelihood, Knapp-Hartung truncated");
    assertThat(files(Path.of("target/examples/measurement-consensus")).keySet())
        .contains("bcg.png", "pcb28.png");
  }

  @Test
  void what_nobody_counts_is_bounded_and_not_made_up() throws Exception {
    Path out = folder.resolve("china");

    String notebook = run("PeopleInChina", "data/defectors", out);

    assertThat(notebook)
        .contains("2002  none: they contradict each other", "2004  200,000 to 300,000")
        .contains(
            "the origins contradict each other; not identified: one report is bounded on both")
        .contains("linear opinion pool of 2 origins")
        .contains("Which sources always state more than others: not identified")
        .contains("no single number can be defended", "a fall by a factor of 2.3 at least");
    assertThat(files(out).keySet()).containsExactly("people-in-china.png");
  }

  @Test
  void the_trend_panel_writes_every_method_for_every_series() throws Exception {
    Path in = folder.resolve("in.csv");
    Files.writeString(
        in, "dataset,i,x,y\na,1,2001,3\na,2,2002,5\na,3,2003,NA\na,4,2004,9\nb,1,1,7\n");
    Path out = folder.resolve("out.csv");

    run("TrendPanel", in.toString(), out);

    assertThat(Files.readAllLines(out))
        .startsWith("dataset,method,quantity,value")
        .contains("a,mann-kendall,S,3.0", "a,theilslopes-separate,slope,2.0", "a,yoy,diff[2],2.0")
        .noneMatch(line -> line.startsWith("b,"));
  }

  @Test
  void every_kind_of_chart_is_a_figure_with_its_caption_words_and_data() throws Exception {
    Path out = folder.resolve("paper-figures");

    String printed = run("PaperFigures", "data/defectors", out);

    Set<String> names = files(out).keySet();
    List<String> figures = names.stream().filter(name -> name.endsWith(".pdf")).toList();
    assertThat(figures).hasSize(17);
    for (String figure : figures) {
      String name = figure.replace(".pdf", "");
      assertThat(names).contains(name + ".png", name + ".alt.txt", name + ".caption.txt");
      assertThat(header(out, name + ".csv"))
          .isEqualTo("panel,series,at,value,low,high,status,note");
      assertThat(printed).contains(name + ": ");
    }
  }

  @Test
  void a_full_report_is_one_page_with_files_for_a_paper() throws Exception {
    Path out = folder.resolve("full-report");

    String notebook = run("FullReport", "data/defectors", out);

    assertThat(notebook).contains("were reconciled to", "(Kendall 1975; Mann 1945)");
    assertThat(files(out).keySet())
        .contains(
            "report.html",
            "reconciled.tex",
            "reconciled.md",
            "reconciled.csv",
            "conflicts.tex",
            "year-over-year.csv",
            "trend.md",
            "revisions.csv",
            "references.bib",
            "references.json",
            "methods.tex",
            "methods.bib",
            "provenance.json");
    assertThat(header(out, "reconciled.csv"))
        .startsWith("Period,Reconciled (persons),Reconciled (persons): low,");
    SortedMap<String, byte[]> first = files(out);
    run("FullReport", "data/defectors", out);
    files(out).forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(first.get(name)));
  }

  @Test
  void the_trend_panel_prints_the_verdict_on_the_arrivals() throws Exception {
    String printed = run("TrendPanel");

    assertThat(printed)
        .contains("A monotone trend is not established (Mann-Kendall: S = 23, tau-b = 0.219")
        .contains("one join, at 2008 (95 %: 2007 to 2009): 2001 to 2008 +22.0 % a year")
        .contains("2008 to 2015 -12.6 % a year")
        .contains("Both hold together")
        .contains("All of 1,000 series drawn from the intervals of the values lead to the same")
        .contains("without the first value, 2001; without the last value, 2015")
        .contains("The joins move from 2008 to 2009 without the first value, 2001")
        .contains("TrendConclusion[monotone=NOT_ESTABLISHED, course=RISE_THEN_FALL, joins=[2008.0]")
        .doesNotContain("NaN");
  }
}
