/**
 * Several measurements of one number, and one estimate from them.
 *
 * <p>Everything here computes on {@code double[]}: values and their variances (squared standard
 * uncertainties). It knows no figures, sources or periods and can be used alone.
 *
 * <ul>
 *   <li>{@link org.crosstally.consensus.RandomEffects} combines values with stated variances.
 *   <li>{@link org.crosstally.consensus.RobustMean} and the procedures beside it need no variances,
 *       or do not let one wild value decide.
 *   <li>{@link org.crosstally.consensus.CensoredMean} takes rounded values, bounds and ranges as
 *       what they are.
 *   <li>{@link org.crosstally.consensus.ConsensusPanel} puts all of them side by side and
 *       recommends one.
 *   <li>{@link org.crosstally.consensus.Consensus} is what all have in common: one number from
 *       reports of any kind.
 * </ul>
 *
 * <p>Each procedure is immutable and configured by name, {@code X.withDefaults().with(OPTION)}.
 * Invalid input (a NaN, an infinity, a variance that is not positive, lengths that differ) is an
 * {@link IllegalArgumentException}; valid data from which nothing follows give an {@link
 * org.crosstally.outcome.Outcome.Undetermined} that names the reason. No public result holds a NaN
 * or an infinity. Results do not depend on the unit: with {@code c y} and {@code c^2 v} every
 * quantity scales as it should.
 *
 * <h2>How often intervals hold the truth</h2>
 *
 * <p>By seeded simulation: {@code mvn -q -Pcoverage test-compile exec:java} repeats it, and the
 * tests hold a small form of it. Intervals of 95 per cent of {@link
 * org.crosstally.consensus.RandomEffects} with the restricted likelihood, in 20,000 runs of k
 * values with variances from 0.2 to 0.8, by the tests z, Knapp-Hartung and truncated Knapp-Hartung:
 *
 * <table class="striped">
 *   <caption>Coverage of random effects</caption>
 *   <thead><tr><th>k</th><th>tau squared</th><th>z</th><th>Knapp-Hartung</th><th>truncated</th></tr></thead>
 *   <tbody>
 *   <tr><td>2</td><td>0.0</td><td>0.964</td><td>0.950</td><td>1.000</td></tr>
 *   <tr><td>2</td><td>0.3</td><td>0.910</td><td>0.949</td><td>1.000</td></tr>
 *   <tr><td>2</td><td>2.0</td><td>0.790</td><td>0.950</td><td>1.000</td></tr>
 *   <tr><td>3</td><td>0.0</td><td>0.964</td><td>0.950</td><td>1.000</td></tr>
 *   <tr><td>3</td><td>0.3</td><td>0.916</td><td>0.948</td><td>1.000</td></tr>
 *   <tr><td>3</td><td>2.0</td><td>0.840</td><td>0.947</td><td>0.982</td></tr>
 *   <tr><td>5</td><td>0.0</td><td>0.964</td><td>0.952</td><td>0.997</td></tr>
 *   <tr><td>5</td><td>0.3</td><td>0.925</td><td>0.949</td><td>0.985</td></tr>
 *   <tr><td>5</td><td>2.0</td><td>0.883</td><td>0.948</td><td>0.957</td></tr>
 *   <tr><td>10</td><td>0.0</td><td>0.961</td><td>0.949</td><td>0.983</td></tr>
 *   <tr><td>10</td><td>0.3</td><td>0.930</td><td>0.947</td><td>0.963</td></tr>
 *   <tr><td>10</td><td>2.0</td><td>0.920</td><td>0.951</td><td>0.953</td></tr>
 *   <tr><td>20</td><td>0.0</td><td>0.962</td><td>0.950</td><td>0.973</td></tr>
 *   <tr><td>20</td><td>0.3</td><td>0.937</td><td>0.947</td><td>0.954</td></tr>
 *   <tr><td>20</td><td>2.0</td><td>0.933</td><td>0.947</td><td>0.948</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>{@link org.crosstally.consensus.CensoredMean}, for which every report is the set that it is,
 * beside the same procedure with the middle of each range and each bound taken for a point, in
 * 5,000 runs. The reports are exact, rounded to whole numbers and bounds in equal parts, two exact
 * ones at least; or every other one is rounded. Sigma is the standard deviation of one report, in
 * units of the rounding. With middles, the bias stays however many reports there are, and intervals
 * that shrink around a wrong number cover less and less. As sets, they cover 0.942 to 0.967, with
 * intervals that are wider where reports are few. Where every other one of many is rounded with a
 * sigma above half of the grain, middles do as well.
 *
 * <table class="striped">
 *   <caption>Bias, coverage and mean length of intervals: as sets, and with middles</caption>
 *   <thead><tr><th>reports</th><th>k</th><th>sigma</th><th>bias</th><th>coverage</th><th>length</th><th>middles: bias</th><th>coverage</th><th>length</th></tr></thead>
 *   <tbody>
 *   <tr><td>exact, rounded, bounds</td><td>4</td><td>0.2</td><td>-0.000</td><td>0.945</td><td>1.06</td><td>+0.032</td><td>0.973</td><td>0.56</td></tr>
 *   <tr><td>exact, rounded, bounds</td><td>4</td><td>0.5</td><td>-0.005</td><td>0.959</td><td>2.59</td><td>+0.080</td><td>0.968</td><td>1.54</td></tr>
 *   <tr><td>exact, rounded, bounds</td><td>4</td><td>1.0</td><td>-0.011</td><td>0.963</td><td>4.88</td><td>+0.156</td><td>0.951</td><td>3.01</td></tr>
 *   <tr><td>exact, rounded, bounds</td><td>6</td><td>0.2</td><td>-0.004</td><td>0.945</td><td>0.62</td><td>+0.042</td><td>0.939</td><td>0.37</td></tr>
 *   <tr><td>exact, rounded, bounds</td><td>6</td><td>0.5</td><td>-0.000</td><td>0.958</td><td>1.42</td><td>+0.112</td><td>0.929</td><td>1.05</td></tr>
 *   <tr><td>exact, rounded, bounds</td><td>6</td><td>1.0</td><td>+0.006</td><td>0.965</td><td>2.77</td><td>+0.232</td><td>0.915</td><td>2.05</td></tr>
 *   <tr><td>exact, rounded, bounds</td><td>12</td><td>0.2</td><td>+0.001</td><td>0.944</td><td>0.34</td><td>+0.056</td><td>0.822</td><td>0.22</td></tr>
 *   <tr><td>exact, rounded, bounds</td><td>12</td><td>0.5</td><td>-0.002</td><td>0.942</td><td>0.76</td><td>+0.139</td><td>0.843</td><td>0.65</td></tr>
 *   <tr><td>exact, rounded, bounds</td><td>12</td><td>1.0</td><td>+0.004</td><td>0.949</td><td>1.47</td><td>+0.280</td><td>0.843</td><td>1.27</td></tr>
 *   <tr><td>exact, rounded, bounds</td><td>25</td><td>0.2</td><td>+0.000</td><td>0.945</td><td>0.22</td><td>+0.062</td><td>0.572</td><td>0.14</td></tr>
 *   <tr><td>exact, rounded, bounds</td><td>25</td><td>0.5</td><td>-0.001</td><td>0.952</td><td>0.49</td><td>+0.154</td><td>0.688</td><td>0.43</td></tr>
 *   <tr><td>exact, rounded, bounds</td><td>25</td><td>1.0</td><td>-0.004</td><td>0.944</td><td>0.94</td><td>+0.300</td><td>0.684</td><td>0.83</td></tr>
 *   <tr><td>every other one rounded</td><td>4</td><td>0.2</td><td>+0.006</td><td>0.953</td><td>1.33</td><td>-0.069</td><td>0.877</td><td>0.89</td></tr>
 *   <tr><td>every other one rounded</td><td>4</td><td>0.5</td><td>-0.000</td><td>0.964</td><td>1.91</td><td>-0.008</td><td>0.910</td><td>1.58</td></tr>
 *   <tr><td>every other one rounded</td><td>4</td><td>1.0</td><td>-0.012</td><td>0.967</td><td>3.09</td><td>-0.012</td><td>0.943</td><td>2.98</td></tr>
 *   <tr><td>every other one rounded</td><td>6</td><td>0.2</td><td>+0.001</td><td>0.954</td><td>0.59</td><td>-0.070</td><td>0.832</td><td>0.60</td></tr>
 *   <tr><td>every other one rounded</td><td>6</td><td>0.5</td><td>+0.004</td><td>0.956</td><td>1.12</td><td>-0.001</td><td>0.935</td><td>1.09</td></tr>
 *   <tr><td>every other one rounded</td><td>6</td><td>1.0</td><td>+0.005</td><td>0.958</td><td>2.06</td><td>+0.004</td><td>0.952</td><td>2.05</td></tr>
 *   <tr><td>every other one rounded</td><td>12</td><td>0.2</td><td>+0.001</td><td>0.942</td><td>0.31</td><td>-0.071</td><td>0.778</td><td>0.37</td></tr>
 *   <tr><td>every other one rounded</td><td>12</td><td>0.5</td><td>+0.002</td><td>0.951</td><td>0.67</td><td>-0.001</td><td>0.947</td><td>0.68</td></tr>
 *   <tr><td>every other one rounded</td><td>12</td><td>1.0</td><td>-0.001</td><td>0.950</td><td>1.27</td><td>-0.001</td><td>0.948</td><td>1.26</td></tr>
 *   <tr><td>every other one rounded</td><td>25</td><td>0.2</td><td>-0.000</td><td>0.947</td><td>0.20</td><td>-0.069</td><td>0.754</td><td>0.24</td></tr>
 *   <tr><td>every other one rounded</td><td>25</td><td>0.5</td><td>-0.000</td><td>0.947</td><td>0.43</td><td>-0.002</td><td>0.949</td><td>0.44</td></tr>
 *   <tr><td>every other one rounded</td><td>25</td><td>1.0</td><td>-0.004</td><td>0.947</td><td>0.83</td><td>-0.005</td><td>0.948</td><td>0.83</td></tr>
 *   </tbody>
 * </table>
 */
@NullMarked
package org.crosstally.consensus;

import org.jspecify.annotations.NullMarked;
