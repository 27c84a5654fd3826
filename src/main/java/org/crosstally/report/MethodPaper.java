package org.crosstally.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** The papers of the methods that a paragraph on methods cites. */
enum MethodPaper {
  ANDREWS_1993(
      "Andrews, Donald W. K.",
      1993,
      "Tests for parameter instability and structural change with unknown change point",
      "Econometrica",
      "61",
      "821-856"),
  BAI_PERRON_1998(
      "Bai, Jushan and Perron, Pierre",
      1998,
      "Estimating and testing linear models with multiple structural changes",
      "Econometrica",
      "66",
      "47-78"),
  BIRGE_1932(
      "Birge, Raymond T.",
      1932,
      "The calculation of errors by the method of least squares",
      "Physical Review",
      "40",
      "207-227"),
  COCHRAN_1954(
      "Cochran, William G.",
      1954,
      "The combination of estimates from different experiments",
      "Biometrics",
      "10",
      "101-129"),
  COX_2007(
      "Cox, Maurice G.",
      2007,
      "The evaluation of key comparison data: determining the largest consistent subset",
      "Metrologia",
      "44",
      "187-200"),
  COX_REID_1987(
      "Cox, D. R. and Reid, N.",
      1987,
      "Parameter orthogonality and approximate conditional inference",
      "Journal of the Royal Statistical Society B",
      "49",
      "1-39"),
  DERSIMONIAN_KACKER_2007(
      "DerSimonian, Rebecca and Kacker, Raghu",
      2007,
      "Random-effects model for meta-analysis of clinical trials: an update",
      "Contemporary Clinical Trials",
      "28",
      "105-114"),
  DERSIMONIAN_LAIRD_1986(
      "DerSimonian, Rebecca and Laird, Nan",
      1986,
      "Meta-analysis in clinical trials",
      "Controlled Clinical Trials",
      "7",
      "177-188"),
  DURBIN_WATSON_1971(
      "Durbin, J. and Watson, G. S.",
      1971,
      "Testing for serial correlation in least squares regression. III",
      "Biometrika",
      "58",
      "1-19"),
  HAMED_RAO_1998(
      "Hamed, Khaled H. and Rao, A. Ramachandra",
      1998,
      "A modified Mann-Kendall trend test for autocorrelated data",
      "Journal of Hydrology",
      "204",
      "182-196"),
  HARTUNG_KNAPP_2001(
      "Hartung, Joachim and Knapp, Guido",
      2001,
      "A refined method for the meta-analysis of controlled clinical trials with binary outcome",
      "Statistics in Medicine",
      "20",
      "3875-3889"),
  HODGES_LEHMANN_1963(
      "Hodges, J. L. and Lehmann, E. L.",
      1963,
      "Estimates of location based on rank tests",
      "Annals of Mathematical Statistics",
      "34",
      "598-611"),
  HUBER_1964(
      "Huber, Peter J.",
      1964,
      "Robust estimation of a location parameter",
      "Annals of Mathematical Statistics",
      "35",
      "73-101"),
  KENDALL_1975("Kendall, Maurice G.", 1975, "Rank Correlation Methods", "Griffin, London", "", ""),
  KIM_2000(
      "Kim, Hyune-Ju and Fay, Michael P. and Feuer, Eric J. and Midthune, Douglas N.",
      2000,
      "Permutation tests for joinpoint regression with applications to cancer rates",
      "Statistics in Medicine",
      "19",
      "335-351"),
  KNAPP_HARTUNG_2003(
      "Knapp, Guido and Hartung, Joachim",
      2003,
      "Improved tests for a random effects meta-regression with a single covariate",
      "Statistics in Medicine",
      "22",
      "2693-2710"),
  LERMAN_1980(
      "Lerman, P. M.",
      1980,
      "Fitting segmented regression models by grid search",
      "Applied Statistics",
      "29",
      "77-84"),
  MANKIW_SHAPIRO_1986(
      "Mankiw, N. Gregory and Shapiro, Matthew D.",
      1986,
      "News or noise: an analysis of GNP revisions",
      "Survey of Current Business",
      "66",
      "20-25"),
  MANN_1945(
      "Mann, Henry B.", 1945, "Nonparametric tests against trend", "Econometrica", "13", "245-259"),
  MCCULLAGH_NELDER_1989(
      "McCullagh, P. and Nelder, J. A.",
      1989,
      "Generalized Linear Models",
      "Chapman and Hall, London",
      "",
      ""),
  MINCER_ZARNOWITZ_1969(
      "Mincer, Jacob and Zarnowitz, Victor",
      1969,
      "The evaluation of economic forecasts",
      "Economic Forecasts and Expectations (National Bureau of Economic Research)",
      "",
      "3-46"),
  MOSTELLER_TUKEY_1977(
      "Mosteller, Frederick and Tukey, John W.",
      1977,
      "Data Analysis and Regression",
      "Addison-Wesley, Reading",
      "",
      ""),
  NEWEY_WEST_1987(
      "Newey, Whitney K. and West, Kenneth D.",
      1987,
      "A simple, positive semi-definite, heteroskedasticity and autocorrelation consistent"
          + " covariance matrix",
      "Econometrica",
      "55",
      "703-708"),
  PAULE_MANDEL_1982(
      "Paule, Robert C. and Mandel, John",
      1982,
      "Consensus values and weighting factors",
      "Journal of Research of the National Bureau of Standards",
      "87",
      "377-385"),
  PETTITT_1979(
      "Pettitt, A. N.",
      1979,
      "A non-parametric approach to the change-point problem",
      "Applied Statistics",
      "28",
      "126-135"),
  SEN_1968(
      "Sen, Pranab Kumar",
      1968,
      "Estimates of the regression coefficient based on Kendall's tau",
      "Journal of the American Statistical Association",
      "63",
      "1379-1389"),
  SIDIK_JONKMAN_2005(
      "Sidik, Kurex and Jonkman, Jeffrey N.",
      2005,
      "Simple heterogeneity variance estimation for meta-analysis",
      "Applied Statistics",
      "54",
      "367-384"),
  STONE_1942(
      "Stone, Richard and Champernowne, D. G. and Meade, J. E.",
      1942,
      "The precision of national income estimates",
      "Review of Economic Studies",
      "9",
      "111-125"),
  STONE_1961(
      "Stone, M.",
      1961,
      "The opinion pool",
      "Annals of Mathematical Statistics",
      "32",
      "1339-1342"),
  THEIL_1950(
      "Theil, Henri",
      1950,
      "A rank-invariant method of linear and polynomial regression analysis",
      "Indagationes Mathematicae",
      "12",
      "85-91"),
  TOBIN_1958(
      "Tobin, James",
      1958,
      "Estimation of relationships for limited dependent variables",
      "Econometrica",
      "26",
      "24-36"),
  VIECHTBAUER_2005(
      "Viechtbauer, Wolfgang",
      2005,
      "Bias and efficiency of meta-analytic variance estimators in the random-effects model",
      "Journal of Educational and Behavioral Statistics",
      "30",
      "261-293");

  private final String authors;
  private final int year;
  private final String title;
  private final String journal;
  private final String volume;
  private final String pages;

  MethodPaper(String authors, int year, String title, String journal, String volume, String pages) {
    this.authors = authors;
    this.year = year;
    this.title = title;
    this.journal = journal;
    this.volume = volume;
    this.pages = pages;
  }

  /** Such as {@code mann-1945}. */
  String key() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** Such as {@code Newey and West 1987}. */
  String cited() {
    String[] names = authors.split(" and ", -1);
    String first = last(names[0]);
    String who =
        names.length == 1
            ? first
            : names.length == 2 ? first + " and " + last(names[1]) : first + " et al.";
    return who + " " + year;
  }

  private static String last(String name) {
    return name.substring(0, name.indexOf(','));
  }

  /** The whole reference as a reader expects it. */
  String inFull() {
    String where = volume.isEmpty() ? journal : journal + " " + volume;
    String there = pages.isEmpty() ? where : where + ", " + pages.replace('-', '\u2013');
    return authors.replace(" and ", "; ") + " (" + year + "). " + title + ". " + there + ".";
  }

  String bibTeX() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("author", authors);
    fields.put("title", "{" + LatexEscape.text(title, LatexText.ASCII) + "}");
    boolean isBook = pages.isEmpty();
    boolean isChapter = volume.isEmpty() && !isBook;
    fields.put(isBook ? "publisher" : isChapter ? "booktitle" : "journal", journal);
    fields.put("year", String.valueOf(year));
    if (!volume.isEmpty()) {
      fields.put("volume", volume);
    }
    if (!pages.isEmpty()) {
      fields.put("pages", pages.replace("-", "--"));
    }
    String type = isBook ? "book" : isChapter ? "inproceedings" : "article";
    return BibTeX.entry(type, key(), fields);
  }
}
