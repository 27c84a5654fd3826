package org.crosstally.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.crosstally.figure.FigureFormatException;
import org.crosstally.figure.FigureTable;
import org.crosstally.io.FigureReader;
import org.crosstally.io.TextTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountingRulesTest {
  @TempDir private Path folder;

  private AccountingRules read(String text) throws IOException {
    Path file = folder.resolve("rules.csv");
    Files.writeString(file, text);
    return AccountingRules.of(TextTables.read(file));
  }

  @Test
  void are_read_from_a_file() throws IOException {
    AccountingRules rules =
        read(
            """
            rule,subject,objects,note
            stock,residents,arrivals,
            parts,sex,female; male,
            join,,settled; debriefed,
            non-negative,arrivals,,
            whole,arrivals,,counted
            """);

    assertThat(rules)
        .isEqualTo(
            AccountingRules.none()
                .stockOf("residents", "arrivals")
                .parts("sex", "female", "male")
                .join("debriefed", "settled")
                .nonNegative("arrivals")
                .wholeNumbers("arrivals"));
    assertThat(rules.sentences())
        .contains("residents is the stock of arrivals", "female + male = all, by sex")
        .anySatisfy(s -> assertThat(s).contains("'debriefed', 'settled'"));
  }

  @Test
  void say_file_and_line_of_what_is_no_rule() {
    assertThatThrownBy(() -> read("rule,subject,objects\nstock,residents,\nsum,a,b\n"))
        .isInstanceOf(FigureFormatException.class)
        .hasMessageContaining("rules.csv, line 2")
        .hasMessageContaining("stock,residents,")
        .hasMessageContaining("rules.csv, line 3")
        .hasMessageContaining("not a rule")
        .hasMessageContaining("parts,dimension,two values or more");
    assertThatThrownBy(() -> read("rule,subject\nwhole,a\n"))
        .hasMessageContaining("the column 'objects' is missing");
    assertThatThrownBy(() -> read("rule,subject,objects\nwhole,a\n"))
        .hasMessageContaining("line 2")
        .hasMessageContaining("the row has 2 cells, the header 3");
  }

  @Test
  void are_suggested_by_the_numbers_of_a_table() {
    FigureTable figures =
        FigureReader.strict()
            .read(Path.of("data/defectors"))
            .filter(f -> Set.of("arrivals", "cumulative_arrivals").contains(f.measure()));

    AccountingRules suggested = AccountingRules.suggestedBy(figures);

    assertThat(suggested.sentences())
        .contains("female + male = all, by sex", "cumulative_arrivals is the stock of arrivals");
  }
}
