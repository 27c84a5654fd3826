/**
 * Trends in a series of numbers: whether there is one ({@link org.crosstally.trend.MannKendall}),
 * how steep it is ({@link org.crosstally.trend.TheilSen}, {@link
 * org.crosstally.trend.LeastSquares}), and how sure that is.
 *
 * <p>The procedures compute on {@code double[]} and know no figures, sources or periods, so that
 * they can be used and tested alone; {@link org.crosstally.trend.TrendReport} puts them to a
 * series. Each procedure is immutable and configured by name, {@code
 * X.withDefaults().with(OPTION)}; where the literature or the programs in use differ (continuity,
 * exact or normal p, ranks of an interval, intercept, error model) the choice is an option and the
 * result repeats it. Series that are not valid input (a NaN, an infinity, lengths that differ) are
 * an {@link IllegalArgumentException}; valid series from which nothing follows (two points, all
 * values equal) give an {@link org.crosstally.trend.Outcome.Undetermined} that names the reason. No
 * public result holds a NaN or an infinity.
 *
 * <h2>Programs whose values are reproduced</h2>
 *
 * <table>
 * <caption>Golden values in the tests, and the options that give them</caption>
 * <thead>
 * <tr><th scope="col">program and call</th><th scope="col">here</th></tr>
 * </thead>
 * <tbody>
 * <tr><td>R trend {@code mk.test}, pymannkendall {@code original_test}, EnvStats {@code
 * kendallTrendTest}</td><td>{@code MannKendall}, {@code NORMAL}, {@code APPLY}; tau-a in
 * pymannkendall and EnvStats, tau-b in trend</td></tr>
 * <tr><td>R {@code cor.test(method="kendall", exact=FALSE)}, scipy {@code kendalltau} with {@code
 * asymptotic}</td><td>{@code MannKendall}, {@code NORMAL}, {@code NONE}; tau-b</td></tr>
 * <tr><td>scipy {@code kendalltau} with {@code exact}, R {@code cor.test(exact=TRUE)} where it does
 * not cancel</td><td>{@code MannKendall}, {@code EXACT}; with ties too</td></tr>
 * <tr><td>R trend {@code sens.slope}, scipy {@code theilslopes}</td><td>{@code TheilSen}, {@code
 * ROUNDED}; {@code CONOVER} is scipy's {@code separate}, {@code MEDIAN_RESIDUAL} its {@code joint}
 * and R mblm's intercept</td></tr>
 * <tr><td>EnvStats {@code kendallTrendTest}</td><td>{@code TheilSen}, {@code INTERPOLATED}, {@code
 * CONOVER}</td></tr>
 * <tr><td>R {@code lm}, lmtest {@code dwtest} (the statistic)</td><td>{@code LeastSquares} with
 * {@code ErrorModel.classical()}</td></tr>
 * <tr><td>R sandwich {@code vcovHC}</td><td>{@code LeastSquares} with {@code
 * ErrorModel.heteroskedastic(HC0 | HC1 | HC3)}</td></tr>
 * <tr><td>R sandwich {@code NeweyWest(prewhite=FALSE)}, statsmodels {@code HAC}</td><td>{@code
 * LeastSquares} with {@code ErrorModel.neweyWest(Bandwidth.fixed(lag), NONE)}; {@code adjust=TRUE}
 * and {@code use_correction=True} are {@code N_OVER_N_MINUS_K}</td></tr>
 * </tbody>
 * </table>
 */
@NullMarked
package org.crosstally.trend;

import org.jspecify.annotations.NullMarked;
