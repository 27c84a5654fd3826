/**
 * Trends in a series of numbers: whether there is one, how steep it is, where it breaks or turns,
 * and how sure that is.
 *
 * <p>Monotone trends ({@link org.crosstally.trend.MannKendall}, {@link
 * org.crosstally.trend.CorrectedMannKendall}, {@link org.crosstally.trend.PrewhitenedMannKendall},
 * {@link org.crosstally.trend.SeasonalMannKendall}); robust slopes ({@link
 * org.crosstally.trend.TheilSen}, {@link org.crosstally.trend.RepeatedMedian}); regression ({@link
 * org.crosstally.trend.LeastSquares}, {@link org.crosstally.trend.WeightedLine}, {@link
 * org.crosstally.trend.AutoregressiveLine}, {@link org.crosstally.trend.CountRegression}, {@link
 * org.crosstally.trend.ParallelTrends}, {@link org.crosstally.trend.JoinComparability}); turns and
 * breaks ({@link org.crosstally.trend.JoinPoints}, {@link org.crosstally.trend.StructuralBreaks},
 * {@link org.crosstally.trend.ChangePoints}, {@link org.crosstally.trend.Pettitt}); smoothing
 * ({@link org.crosstally.trend.Loess}, {@link org.crosstally.trend.Whittaker}). {@link
 * org.crosstally.trend.TrendReport} puts them to a series and gathers their answers in one verdict;
 * {@link org.crosstally.trend.EvidencePanel} prints all of them under the names of the programs in
 * use.
 *
 * <p>The procedures compute on {@code double[]} and know no figures, sources or periods, so that
 * they can be used and tested alone. Each procedure is immutable and configured by name, {@code
 * X.withDefaults().with(OPTION)}; where the literature or the programs in use differ (continuity,
 * exact or normal p, ranks of an interval, intercept, error model) the choice is an option and the
 * result repeats it. Series that are not valid input (a NaN, an infinity, lengths that differ) are
 * an {@link IllegalArgumentException}; valid series from which nothing follows (two points, all
 * values equal) give an undetermined {@link org.crosstally.outcome.Outcome} with a {@link
 * org.crosstally.trend.TrendReason}. No public result holds a NaN or an infinity.
 *
 * <h2>Programs whose values are reproduced</h2>
 *
 * <table>
 * <caption>Golden values in the tests, and the options that give them</caption>
 * <thead>
 * <tr><th scope="col">program and call</th><th scope="col">here</th></tr>
 * </thead>
 * <tbody>
 * <tr><td>R trend {@code mk.test}, rkt, pymannkendall {@code original_test}, EnvStats {@code
 * kendallTrendTest}</td><td>{@code MannKendall}, {@code NORMAL}, {@code APPLY}; tau-a in
 * pymannkendall, rkt and EnvStats, tau-b in trend</td></tr>
 * <tr><td>R {@code cor.test(method="kendall", exact=FALSE)}, scipy {@code kendalltau} with
 * {@code asymptotic}</td><td>{@code MannKendall}, {@code NORMAL}, {@code NONE}; tau-b, and
 * tau-c from S and the numbers of levels</td></tr>
 * <tr><td>scipy {@code kendalltau} with {@code exact}, R {@code cor.test(exact=TRUE)} where it
 * does not cancel</td><td>{@code MannKendall}, {@code EXACT}; with ties too</td></tr>
 * <tr><td>R modifiedmk {@code mmkh}, {@code mmkh3lag}, pymannkendall {@code
 * hamed_rao_modification_test}</td><td>{@code CorrectedMannKendall}, {@code HAMED_RAO}, all
 * lags or {@code withLags}</td></tr>
 * <tr><td>R modifiedmk {@code mmky}, pymannkendall {@code
 * yue_wang_modification_test}</td><td>{@code CorrectedMannKendall}, {@code
 * YUE_WANG_LAG_SUM}</td></tr>
 * <tr><td>R modifiedmk {@code mmky1lag}</td><td>{@code CorrectedMannKendall}, {@code
 * YUE_WANG_AR1_FIRST_WEIGHT}, which is not the formula of the paper; that is {@code
 * YUE_WANG_AR1}</td></tr>
 * <tr><td>R modifiedmk {@code pwmk}, {@code tfpwmk}, {@code bcpw}; pymannkendall {@code
 * pre_whitening_}, {@code trend_free_pre_whitening_modification_test}</td><td>{@code
 * PrewhitenedMannKendall}, {@code LAG_ONE}, {@code TREND_FREE}, {@code
 * BIAS_CORRECTED}</td></tr>
 * <tr><td>R trend {@code smk.test}, {@code sea.sens.slope}, {@code csmk.test}; rkt with blocks;
 * EnvStats {@code kendallSeasonalTrendTest}; pymannkendall {@code seasonal_test}, {@code
 * correlated_seasonal_test}</td><td>{@code SeasonalMannKendall}, {@code INDEPENDENT} or {@code
 * CORRELATED}; {@code csmk.test} and pymannkendall correct no continuity if correlated, rkt
 * does</td></tr>
 * <tr><td>R trend {@code sens.slope}, scipy {@code theilslopes}</td><td>{@code TheilSen},
 * {@code ROUNDED}; {@code CONOVER} is scipy's {@code separate}, {@code MEDIAN_RESIDUAL} its
 * {@code joint} and R mblm's intercept</td></tr>
 * <tr><td>EnvStats {@code kendallTrendTest}</td><td>{@code TheilSen}, {@code INTERPOLATED},
 * {@code CONOVER}</td></tr>
 * <tr><td>scipy {@code siegelslopes}, R mblm with {@code repeated}</td><td>{@code
 * RepeatedMedian}; {@code MEDIAN_RESIDUAL} is scipy's {@code hierarchical}, {@code
 * REPEATED_MEDIAN} its {@code separate} and mblm</td></tr>
 * <tr><td>R robslopes {@code TheilSen}, {@code RepeatedMedian}</td><td>{@code TheilSen}, {@code
 * RepeatedMedian} with {@code UPPER_MIDDLE} and {@code MEDIAN_RESIDUAL}; for one series of the
 * tests the program takes the lower of the two middle slopes</td></tr>
 * <tr><td>R {@code lm}, lmtest {@code dwtest} (exact p below 100 points, normal from there), {@code
 * bgtest}, {@code bptest}</td><td>{@code LeastSquares} with {@code ErrorModel.classical()}, {@code
 * ResidualTests}</td></tr>
 * <tr><td>R sandwich {@code vcovHC}</td><td>{@code LeastSquares} with {@code
 * ErrorModel.heteroskedastic(HC0 | HC1 | HC3)}</td></tr>
 * <tr><td>R sandwich {@code NeweyWest(prewhite=FALSE)}, statsmodels {@code HAC}</td><td>{@code
 * LeastSquares} with {@code ErrorModel.neweyWest(Bandwidth.fixed(lag), NONE)}; {@code
 * adjust=TRUE} and {@code use_correction=True} are {@code N_OVER_N_MINUS_K}; without {@code
 * lag}, {@code Bandwidth.automatic(AS_GIVEN)}</td></tr>
 * <tr><td>R {@code glm(family=poisson | quasipoisson)}, MASS {@code glm.nb}; statsmodels GLM
 * with {@code HAC}</td><td>{@code CountRegression}, with {@code ErrorModel.neweyWest} for the
 * last</td></tr>
 * <tr><td>R strucchange {@code breakpoints}, {@code confint}, {@code Fstats}, {@code
 * sctest}</td><td>{@code StructuralBreaks}; intervals end at the data</td></tr>
 * <tr><td>R changepoint {@code cpt.mean(y/sd(y))}, {@code cpt.meanvar} with PELT</td><td>{@code
 * ChangePoints}, {@code OF_VALUES}; the search is exact, where changepoint prunes too early
 * with MBIC</td></tr>
 * <tr><td>R trend {@code pettitt.test}</td><td>{@code Pettitt}, {@code APPROXIMATION}; by default
 * the p-value counts the orders</td></tr>
 * <tr><td>join points by a grid search, BIC, BIC3, APC, AAPC</td><td>{@code JoinPoints}, {@code
 * OBSERVED_TIMES}</td></tr>
 * <tr><td>R segmented, {@code slope}, {@code aapc}</td><td>{@code JoinPoints}, {@code
 * ANYWHERE}, {@code JOINT}; the optimum is global, where segmented can stay at a local one with
 * larger squares; a join at a point has errors on either side of it, and segmented gives those of
 * the side that it came from</td></tr>
 * <tr><td>R {@code loess(surface="direct")}</td><td>{@code Loess}</td></tr>
 * <tr><td>R {@code lowess(delta=0)}, statsmodels {@code lowess}</td><td>{@code Loess}, {@code
 * LINEAR}, three robust rounds; {@code CLEVELAND} for R, {@code EXACT} for
 * statsmodels</td></tr>
 * <tr><td>statsmodels {@code hpfilter}</td><td>{@code Whittaker.hodrickPrescott}</td></tr>
 * <tr><td>pandas {@code pct_change}, {@code diff} and the like; R {@code
 * poisson.test}</td><td>{@code ChangeMeasure}, {@code Growth}, {@code YearToDate}, {@code
 * RatioInterval} of the package {@code series}</td></tr>
 * </tbody>
 * </table>
 *
 * <h2>Variants that are not offered</h2>
 *
 * <table>
 * <caption>What other programs print and this package does not, and why</caption>
 * <thead>
 * <tr><th scope="col">program and value</th><th scope="col">why not</th></tr>
 * </thead>
 * <tbody>
 * <tr><td>R trend {@code sens.slope}, pymannkendall and pandas where times are
 * uneven</td><td>they count rows and not time</td></tr>
 * <tr><td>R strucchange p-value of the largest F</td><td>Hansen's curves fitted to simulations;
 * here the limit distribution itself, down to the smallest tails, and on request p-values from
 * drawn series, which hold at few points too</td></tr>
 * <tr><td>R segmented {@code davies.test}</td><td>its p depends on how many places are tried;
 * here a permutation test of joins, and the largest F</td></tr>
 * <tr><td>R {@code lowess} with {@code delta}</td><td>interpolation between fits, to save
 * time</td></tr>
 * <tr><td>R {@code stl}</td><td>seasonal decomposition is not a test of a trend</td></tr>
 * <tr><td>MASS {@code glm.nb} on counts that vary less than Poisson</td><td>theta is infinite,
 * and the iteration stops somewhere on the way</td></tr>
 * <tr><td>p-values of 0 or below</td><td>a tail that a program lost by cancellation; here the
 * true one</td></tr>
 * </tbody>
 * </table>
 */
@NullMarked
package org.crosstally.trend;

import org.jspecify.annotations.NullMarked;
