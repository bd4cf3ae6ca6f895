package org.communitycontracts.reporting.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.communitycontracts.reporting.importing.RequestReader.Rejected;
import org.communitycontracts.reporting.importing.RequestReader.Row;
import org.communitycontracts.reporting.importing.RequestReader.Taken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables as people and programs really write them. */
class CsvTest {
    static final String MAPPING = """
            mapping: service-requests/1
            source: town
            name: Our town
            licence: none
            zone: Europe/London
            times: ["dd/MM/yyyy HH:mm", iso]
            columns: {id: Ref, opened: Opened, closed: Closed, promised: Due, status: State, category: What,
                      latitude: Lat, longitude: Lon, area: Ward, reason: Why}
            may_be_missing: [Closed, Due, State, Lat, Lon, Ward, Why]
            status: {New: open, Done: closed}
            reasons: {Fixed by crew: fixed}
            free_text: [Notes]
            """;

    private static List<Row> rows(byte[] bytes) throws Exception {
        try (SourceFile file = SourceFile.of(new ByteArrayInputStream(bytes))) {
            MappingFile.Answer.Understood understood =
                    (MappingFile.Answer.Understood) MappingFile.read("town.yaml", MAPPING);
            RequestReader reader = new CsvRequests(file, understood.mapping());
            List<Row> rows = new ArrayList<>();
            for (Row row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
            return rows;
        }
    }

    private static List<Row> rows(String text) throws Exception {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> ids(List<Row> rows) {
        return rows.stream()
                .map(row -> row instanceof Taken taken ? taken.request().id() : "line " + row(row))
                .toList();
    }

    private static long row(Row row) {
        return ((Rejected) row).line();
    }

    @Test
    void quotationMarksSeparatorsAndLineEndsInsideACellAreText() throws Exception {
        List<Row> rows = rows(
                "Ref,Opened,What,Notes\r\n\"1\",01/06/2026 10:00,\"Lamp, \"\"big\"\" one\",\"two\r\nlines\"\r\n2,01/06/2026 10:00,Bin,x");
        assertThat(ids(rows)).containsExactly("1", "2");
        assertThat(((Taken) rows.getFirst()).request().words()).containsExactly("Lamp, \"big\" one");
        assertThat(((Taken) rows.getLast()).line()).isEqualTo(4);
    }

    @Test
    void aByteOrderMarkSemicolonsTabsAndOtherEncodingsAreUnderstood() throws Exception {
        assertThat(ids(rows("\ufeffRef;Opened;What\n1;01/06/2026 10:00;Lamp"))).containsExactly("1");
        assertThat(ids(rows("Ref\tOpened\tWhat\n1\t01/06/2026 10:00\tLamp"))).containsExactly("1");
        assertThat(ids(rows("\ufeffRef,Opened,What\n1,01/06/2026 10:00,Lamp".getBytes(StandardCharsets.UTF_16LE))))
                .containsExactly("1");
        assertThat(ids(rows(packed("REF , opened,What\n1,2026-06-01,Lamp\n")))).containsExactly("1");
        byte[] latin = "Ref,Opened,What,Ward\n1,2026-06-01,Lamp,Citt\u00e0".getBytes(Charset.forName("windows-1252"));
        assertThat(((Rejected) rows(latin).getFirst()).because()).contains("name the file's `encoding`");
    }

    @Test
    void aQuotationMarkThatIsNeverClosedCostsOneLine() throws Exception {
        List<Row> rows = rows(
                "Ref,Opened,What\n1,2026-06-01,Lamp\n2,2026-06-01,\"Bin\n3,2026-06-01,Kerb\n4,2026-06-01,\"Tree\"x\n5,2026-06-01,Sign\n");
        assertThat(ids(rows)).containsExactly("1", "line 3", "3", "line 5", "5");
    }

    @Test
    void aLineOfAMillionCharactersCostsOneLineToo() throws Exception {
        List<Row> rows = rows("Ref,Opened,What\n1,2026-06-01," + "x".repeat(1_000_000) + "\n2,2026-06-01,Bin");
        assertThat(ids(rows)).containsExactly("line 2", "2");
        assertThat(((Rejected) rows.getFirst()).because()).contains("longer than 65536 characters");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ,2026-06-01,Lamp,New,                    | Ref is empty
            1,,Lamp,New,                             | Opened is empty
            1,31/02/2026 10:00,Lamp,New,             | Opened is "31/02/2026 10:00", which is not written as dd/MM/yyyy HH:mm or iso
            1,yesterday,Lamp,New,                    | Opened is "yesterday"
            1,2026-06-01,,New,                       | What is empty
            1,2026-06-01,Lamp,Lost,                  | The status "Lost" is not in the mapping file
            1,2026-06-01,Lamp,Done,                  | The status says closed, but there is no time of closing
            1,2026-06-01,Lamp,Done,never             | Closed is "never"
            1,1492-06-01,Lamp,New,                   | which is not a year of our time
            1,2026-06-01,Lamp                        | The row has 3 columns where the first line names 5
            1,2026-06-01,Lamp,New,,,,                | The row has 8 columns where the first line names 5
            """)
    void aBadRowIsSetAsideWithItsReason(String row, String because) throws Exception {
        List<Row> rows = rows("Ref,Opened,What,State,Closed\n" + row + "\n9,2026-06-01,Bin,New,\n");
        assertThat(((Rejected) rows.getFirst()).because()).contains(because);
        assertThat(rows.getLast()).isInstanceOf(Taken.class);
    }

    @Test
    void onlyAReasonOfTheClosedListIsKept() throws Exception {
        List<Row> rows = rows(
                "Ref,Opened,What,State,Closed,Why\n1,2026-06-01,Lamp,Done,2026-06-02,Fixed by crew\n2,2026-06-01,Lamp,Done,2026-06-02,Mrs Smith at 4 was rude\n");
        assertThat(((Taken) rows.getFirst()).request().reason()).isEqualTo("fixed");
        assertThat(((Taken) rows.getLast()).request().reason()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Ref,What                       | It has no column Opened, which the mapping "town" needs.
            a,b,c                          | It has no column Ref, Opened, What
            <!DOCTYPE html><html></html>   | It is a web page (HTML)
            %PDF-1.7                       | It is a PDF document
            "                              | Its first line should name the columns, but cannot be read
            """)
    void aWrongFileIsRefusedInOneSentence(String text, String because) {
        assertThatThrownBy(() -> rows(text)).isInstanceOf(WrongFile.class).hasMessageContaining(because);
    }

    @Test
    void aPictureAnEmptyFileAndABrokenGzipAreRefused() throws Exception {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};
        assertThatThrownBy(() -> rows(picture)).hasMessage("It is a PNG picture, not a table of service requests.");
        assertThatThrownBy(() -> rows("")).hasMessage("The file is empty.");
        assertThatThrownBy(() -> rows("\ufeff\ufeff \ufeff")).hasMessage("The file is empty.");
        assertThatThrownBy(() -> rows("  \n ")).hasMessage("The file is empty.");
        assertThatThrownBy(() -> rows(new byte[] {0x1f, (byte) 0x8b, 1})).isInstanceOf(WrongFile.class);
        assertThatThrownBy(() -> rows(new byte[] {'R', 'e', 'f', 0, 1})).hasMessageContaining("not a text file");
    }

    @Test
    void aPackedFileThatBreaksOffGivesWhatCameBefore() throws Exception {
        StringBuilder table = new StringBuilder("Ref,Opened,What\n");
        for (int i = 0; i < 20_000; i++) {
            table.append(i * 7919L % 20_011)
                    .append(",2026-06-01,Lamp ")
                    .append(i * 31L % 977)
                    .append('\n');
        }
        byte[] whole = packed(table.toString());
        List<Row> rows = rows(java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(rows).hasSizeGreaterThan(1_000);
        assertThat(((Rejected) rows.getLast()).because()).contains("breaks off here");
    }

    private static byte[] packed(String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
