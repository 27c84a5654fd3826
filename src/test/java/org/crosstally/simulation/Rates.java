package org.crosstally.simulation;

/**
 * How a world is made. Probabilities are per figure where nothing else is said.
 *
 * @param shape the truth
 * @param habit how offices revise
 * @param voices who speaks, and whom they listen to
 * @param words how numbers are worded
 * @param errors how often and how they go wrong
 */
record Rates(Shape shape, Habit habit, Voices voices, Words words, Errors errors) {

  Rates with(Shape other) {
    return new Rates(other, habit, voices, words, errors);
  }

  Rates with(Habit other) {
    return new Rates(shape, other, voices, words, errors);
  }

  Rates with(Voices other) {
    return new Rates(shape, habit, other, words, errors);
  }

  Rates with(Errors other) {
    return new Rates(shape, habit, voices, words, other);
  }

  /**
   * The truth.
   *
   * @param minimumYears the least number of years
   * @param maximumYears the largest number of years
   * @param typicalYear the middle of the yearly numbers
   * @param volatility the standard deviation of the logarithmic change from year to year
   * @param maximumParts the largest number of parts; the least is two
   */
  record Shape(
      int minimumYears,
      int maximumYears,
      double typicalYear,
      double volatility,
      int maximumParts) {}

  /**
   * How offices revise.
   *
   * @param early the probability that a year is revised within months of its first count
   * @param late the probability of a revision in each later year
   * @param overhauls the mean number of days on which most older years are revised
   * @param size the mean absolute revision of a year, relative to its number
   * @param undone the probability that a revision takes back the one before
   */
  record Habit(double early, double late, double overhauls, double size, double undone) {
    /** The habit of an office that revises more or less often. */
    Habit times(double factor) {
      return new Habit(
          Math.min(0.95, factor * early), factor * late, factor * overhauls, size, undone);
    }
  }

  /**
   * Who speaks, and whom they listen to.
   *
   * @param mirrors the mean number of offices that publish the main office's numbers as their own,
   *     later
   * @param independents the mean number of offices that count for themselves
   * @param tables the mean number of the main office's own tables
   * @param releases the probability that the main office's release on a year is at hand
   * @param relays the largest number of relays; the least is half of it
   * @param articles the largest number of their documents; the least is half of it
   * @param retrospects the share of these that print whole tables of the past
   * @param copying the probability that a document is taken from another relay's
   * @param declared the probability that it says so
   * @param unattributed the probability that a document of the press names nobody
   * @param stale the probability that a document rests on an old copy
   */
  record Voices(
      double mirrors,
      double independents,
      double tables,
      double releases,
      int relays,
      int articles,
      double retrospects,
      double copying,
      double declared,
      double unattributed,
      double stale) {}

  /**
   * How numbers are worded.
   *
   * @param about rounded, and said so
   * @param bound a bound, or just below or above a round number
   * @param range a range
   * @param plain rounded without saying so
   * @param rate per document: a monthly mean besides
   * @param change per document: the change on the year before besides
   * @param share per document: the share of a part besides
   * @param forecast per document before the end of a year: what the year is expected to bring
   */
  record Words(
      double about,
      double bound,
      double range,
      double plain,
      double rate,
      double change,
      double share,
      double forecast) {}

  /**
   * How often and how numbers go wrong. The kinds are weights and need not add to one.
   *
   * @param slips the probability of a slip
   * @param period the weight of another period
   * @param span the weight of an overlapping span
   * @param part the weight of another part or measure
   * @param misprint the weight of a wrong digit
   * @param misreading the probability that a table which begins with an open total is read as if
   *     that were the number of its last year
   * @param own how much less the offices slip themselves, as a factor
   * @param conflict the probability of a number that has no known cause
   */
  record Errors(
      double slips,
      double period,
      double span,
      double part,
      double misprint,
      double misreading,
      double own,
      double conflict) {}
}
