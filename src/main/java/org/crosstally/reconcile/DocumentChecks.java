package org.crosstally.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import tech.tablesaw.api.Table;

/**
 * Whether the numbers that one document prints together agree with each other: parts with their
 * total, shares, changes and mean rates with counts, flows with stocks.
 *
 * <p>A document is what one source prints under one document id; figures without a document are
 * taken together if their source and their date of publication are the same, and the date is known
 * to the day or the month. Forecasts take no part, and figures that name different origins are not
 * compared. Which identities must hold is learned from the table as a whole: which parts are
 * complete, which total a share refers to, and which stock adds up which flow; no name has a
 * meaning.
 *
 * <p>An identity is judged by sets of possible values: it holds if some choice of the values that
 * the printed words allow fulfils it. Percentages and rates are known to their last printed
 * decimal.
 *
 * <p>Immutable. The order of the figures in the table does not matter. The work grows in proportion
 * to the number of figures.
 */
public final class DocumentChecks {
  private final List<DocumentCheck> checks;
  private final CheckIndex index;

  /** By id of a figure, the first check of which it is the suspect. */
  private final Map<String, DocumentCheck> suspects = new HashMap<>();

  private DocumentChecks(List<DocumentCheck> checks, CheckIndex index) {
    this.checks = List.copyOf(checks);
    this.index = index;
    for (DocumentCheck check : checks) {
      check.suspect().ifPresent(suspect -> suspects.putIfAbsent(suspect.id(), check));
    }
  }

  /**
   * Checks all documents of a table.
   *
   * @param table the figures
   * @return the checks
   */
  public static DocumentChecks of(FigureTable table) {
    List<DocumentFigures> documents = DocumentFigures.of(table);
    TableKnowledge knowledge = TableKnowledge.of(table, documents);
    Lineages lineages = new Lineages(table.catalogue());
    List<DocumentCheck> checks = new ArrayList<>();
    Map<Integer, Claim> broken = new LinkedHashMap<>();
    for (DocumentFigures figures : documents) {
      PrintedDocument document = new PrintedDocument(figures, table.catalogue());
      for (Claim claim : claims(document, knowledge)) {
        DocumentCheck check = check(figures.document(), claim, readings(claim, lineages));
        if (check.isBroken()) {
          broken.put(checks.size(), claim);
        }
        if (check.isBroken() || claim.identity() != Identity.PART_WITHIN_WHOLE) {
          checks.add(check);
        }
      }
    }
    DocumentChecks unblamed = new DocumentChecks(checks, new CheckIndex(checks));
    SuspectFinder finder =
        new SuspectFinder(table, broken.values(), unblamed::isConfirmed, unblamed::confirmedWith);
    broken.forEach(
        (position, claim) ->
            finder
                .find(claim)
                .ifPresent(
                    suspect -> checks.set(position, blaming(checks.get(position), suspect))));
    return new DocumentChecks(checks, unblamed.index);
  }

  private static List<Claim> claims(PrintedDocument document, TableKnowledge knowledge) {
    List<Claim> claims = new ArrayList<>();
    new WithinClaims(document, knowledge, claims::add).find();
    new SumClaims(document, knowledge, sum -> claims.addAll(sum.equations())).find();
    new QuotientClaims(document, knowledge, quotient -> claims.addAll(quotient.equations())).find();
    GranularityClaim.find(document, knowledge, claims::add);
    return claims;
  }

  /** Who counts does not print rounded counts. */
  private static List<Reading> readings(Claim claim, Lineages lineages) {
    boolean isOwn =
        claim.figures().stream()
            .allMatch(f -> lineages.of(f).directness() == Lineage.Directness.OWN);
    return isOwn ? Reading.ofOwn() : Reading.of(claim.figures());
  }

  private static DocumentCheck check(String document, Claim claim, List<Reading> readings) {
    Claim.Finding finding = claim.evaluate(readings);
    return new DocumentCheck(
        document,
        claim.identity(),
        claim.figures(),
        finding.stated(),
        finding.implied(),
        finding.verdict(),
        Optional.empty(),
        List.of());
  }

  private static DocumentCheck blaming(DocumentCheck check, SuspectFinder.Suspect suspect) {
    return new DocumentCheck(
        check.document(),
        check.identity(),
        check.figures(),
        check.stated(),
        check.implied(),
        check.verdict(),
        Optional.of(suspect.figure()),
        suspect.evidence());
  }

  /**
   * All checks, in the order of the documents.
   *
   * @return an immutable list
   */
  public List<DocumentCheck> list() {
    return checks;
  }

  /**
   * The identities that no choice of values fulfils.
   *
   * @return the broken checks, in the order of the documents
   */
  public List<DocumentCheck> broken() {
    return checks.stream().filter(DocumentCheck::isBroken).toList();
  }

  /**
   * The checks that involve a figure.
   *
   * @param figure a figure
   * @return its checks, in the order of {@link #list()}; none for a figure of another table
   */
  public List<DocumentCheck> checksOf(Figure figure) {
    List<DocumentCheck> found = new ArrayList<>();
    for (int position : index.of(figure)) {
      found.add(checks.get(position));
    }
    return List.copyOf(found);
  }

  /** The first broken identity in which the rest of the table speaks against the figure. */
  Optional<DocumentCheck> suspect(Figure figure) {
    return Optional.ofNullable(suspects.get(figure.id()));
  }

  /**
   * Whether a sum that holds exactly involves the figure. All its numbers are plain, and one of
   * them at least is known to its last digit, for rounded numbers often sum up to a rounded total.
   */
  boolean isConfirmed(Figure figure) {
    return index.confirming(figure).isPresent();
  }

  /** The other figures of the first sum that confirms the figure; none where none does. */
  private List<Figure> confirmedWith(Figure figure) {
    OptionalInt position = index.confirming(figure);
    return position.isEmpty()
        ? List.of()
        : checks.get(position.getAsInt()).figures().stream()
            .filter(f -> !f.equals(figure))
            .toList();
  }

  /**
   * The checks as a table.
   *
   * @return a table with the columns document, identity, figure_ids, stated, implied, verdict,
   *     suspect_id, reason
   */
  public Table toTable() {
    return DocumentCheckTables.of(checks);
  }
}
