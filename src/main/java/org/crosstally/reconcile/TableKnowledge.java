package org.crosstally.reconcile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Interval;
import org.crosstally.figure.Unit;

/**
 * Which identities a table as a whole supports.
 *
 * @param partSets which sets of parts are complete
 * @param shareBases which total a share refers to
 * @param stockFlows which stock is the stock of which flow
 * @param negative the measures of which some number is negative
 */
record TableKnowledge(
    PartSets partSets, ShareBases shareBases, StockFlows stockFlows, Set<String> negative) {

  static TableKnowledge of(FigureTable table, List<DocumentFigures> documents) {
    PartSets.Builder partSets = new PartSets.Builder();
    ShareBases.Builder shareBases = new ShareBases.Builder();
    for (DocumentFigures figures : documents) {
      PrintedDocument document = new PrintedDocument(figures, table.catalogue());
      partSets.add(document);
      shareBases.add(document);
    }
    return new TableKnowledge(
        partSets.build(), shareBases.build(), StockFlows.of(table), negative(table));
  }

  private static Set<String> negative(FigureTable table) {
    Set<String> negative = new HashSet<>();
    for (Figure figure : table.figures()) {
      Interval values = figure.amount().interval();
      if (figure.unit() instanceof Unit.Base && values.isBounded() && values.low() < 0) {
        negative.add(figure.measure());
      }
    }
    return negative;
  }
}
