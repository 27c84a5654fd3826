package org.crosstally.reconcile;

import java.util.List;
import org.crosstally.figure.FigureTable;

/**
 * Which identities a table as a whole supports.
 *
 * @param partSets which sets of parts are complete
 * @param shareBases which total a share refers to
 * @param stockFlows which stock is the stock of which flow
 */
record TableKnowledge(PartSets partSets, ShareBases shareBases, StockFlows stockFlows) {

  static TableKnowledge of(FigureTable table, List<DocumentFigures> documents) {
    PartSets.Builder partSets = new PartSets.Builder();
    ShareBases.Builder shareBases = new ShareBases.Builder();
    for (DocumentFigures figures : documents) {
      PrintedDocument document = new PrintedDocument(figures, table.catalogue());
      partSets.add(document);
      shareBases.add(document);
    }
    return new TableKnowledge(partSets.build(), shareBases.build(), StockFlows.of(table));
  }
}
