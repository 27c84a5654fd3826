package org.crosstally.balance;

import java.util.List;
import org.crosstally.figure.Figure;

/**
 * The figures of a table as statements.
 *
 * @param list those with a meaning in the accounts, in the order of their ids
 * @param unread the others
 * @param flows the latent flows that they are about
 * @param reader what read them
 */
record Reports(List<Report> list, List<Unread> unread, LatentFlows flows, ReportReader reader) {

  /** A figure without a meaning. */
  record Unread(Figure figure, Use use) {}

  Reports {
    list = List.copyOf(list);
    unread = List.copyOf(unread);
  }
}
