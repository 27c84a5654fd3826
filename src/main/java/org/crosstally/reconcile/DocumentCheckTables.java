package org.crosstally.reconcile;

import java.util.List;
import java.util.stream.Collectors;
import org.crosstally.figure.Figure;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Checks of documents as a Tablesaw table. */
final class DocumentCheckTables {
  private DocumentCheckTables() {}

  static Table of(List<DocumentCheck> checks) {
    StringColumn document = StringColumn.create("document");
    StringColumn identity = StringColumn.create("identity");
    StringColumn figures = StringColumn.create("figure_ids");
    StringColumn stated = StringColumn.create("stated");
    StringColumn implied = StringColumn.create("implied");
    StringColumn verdict = StringColumn.create("verdict");
    StringColumn suspect = StringColumn.create("suspect_id");
    StringColumn reason = StringColumn.create("reason");
    for (DocumentCheck check : checks) {
      document.append(check.document());
      identity.append(check.identity().name());
      figures.append(check.figures().stream().map(Figure::id).collect(Collectors.joining(" ")));
      stated.append(DocumentCheck.text(check.stated()));
      implied.append(DocumentCheck.text(check.implied()));
      verdict.append(check.verdict().name());
      suspect.append(check.suspect().map(Figure::id).orElse(""));
      reason.append(check.reason());
    }
    return Table.create(
        "document checks", document, identity, figures, stated, implied, verdict, suspect, reason);
  }
}
