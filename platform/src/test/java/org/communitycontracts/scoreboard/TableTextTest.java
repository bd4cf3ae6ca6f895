package org.communitycontracts.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTextTest {
    @Test
    void noCellOfACsvFileBeginsAsAFormulaDoes() {
        for (String begin : List.of("=", "+", "-", "@", "\t", "\r", "\n")) {
            assertThat(TableText.cell(begin + "SUM(A1)")).startsWith("'");
        }
        assertThat(TableText.cell("2026-04-01")).isEqualTo("2026-04-01");
        assertThat(TableText.cell(null)).isEmpty();
    }

    @Test
    void aCsvFileIsWrittenAsRfc4180HasIt() {
        Table table = new Table(
                "t",
                Table.columns(Table.Kind.TEXT, "a", "b"),
                List.of(Arrays.asList("said \"yes\", then\nleft", null), List.of("plain", 5)));
        assertThat(new String(TableText.csv(table), StandardCharsets.UTF_8))
                .isEqualTo("a,b\r\n\"said \"\"yes\"\", then\nleft\",\r\nplain,5\r\n");
    }
}
