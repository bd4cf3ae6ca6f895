package org.communitycontracts.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrongContractTest {
    @Test
    void aMisspeltKeyIsNamedWithTheOneThatWasMeant() {
        assertThat(Examples.faults(Examples.changed("within: 5 working days", "widthin: 5 working days")))
                .containsExactly("plains-farm.yaml:23:7: `widthin` is not a key of a clock. Did you mean `within`?");
    }

    @Test
    void aLengthOfTimeOutsideTheGrammarIsToldWithAllUnits() {
        assertThat(Examples.faults(Examples.changed("within: 5 working days", "within: 5 workng days")))
                .singleElement()
                .asString()
                .startsWith(
                        "plains-farm.yaml:23:15: `5 workng days` is not a length of time. Write for example `5 working days`.")
                .contains("full working days", "end of the next working day", "next visit", "promised date");
    }

    @Test
    void anUnknownCalendarAndAnUnknownPartyAreBothNamed() {
        String yaml = Examples.changed("calendar: office", "calendar: ofice").replace("by: homes", "by: home");
        assertThat(Examples.faults(yaml))
                .contains(
                        "plains-farm.yaml:24:17: There is no calendar called `ofice` in this contract. Did you mean `office`?",
                        "plains-farm.yaml:59:9: There is no party called `home` in this contract. Did you mean `homes`?");
    }

    @Test
    void allFaultsAreToldAtOnceThoseOfTheFormAndThoseBetweenTheParts() {
        String yaml = Examples.plainsFarm()
                .replace("version: 2", "version: \"2\"")
                .replace("Europe/London", "Europe/Londn")
                .replace("england-and-wales", "scotlnd")
                .replace("\"09:00-17:00\"", "\"17:00-09:00\"")
                .replace("at_least: B,", "at_least: E,")
                .replace("first: \"10.00\"", "first: \"31.00\"")
                .replace("duty: recur", "duty: recurr");
        assertThat(Examples.faults(yaml))
                .containsExactly(
                        "plains-farm.yaml:3:10: This number stands in quotes. Write it without them: `2`.",
                        "plains-farm.yaml:4:7: `Europe/Londn` is not a time zone. Did you mean `Europe/London`?",
                        "plains-farm.yaml:8:22: There is no list of holidays called `scotlnd`. Did you mean `scotland`?",
                        "plains-farm.yaml:8:71: This calendar closes at 09:00, before it opens at 17:00. Write the opening time"
                                + " first, and two calendars for a night that passes midnight.",
                        "plains-farm.yaml:45:27: `per_report` is 30.00, less than `first`, which is 31.00. Write 31.00 or more.",
                        "plains-farm.yaml:50:11: `recurr` is not a kind of duty. Did you mean `recur`?",
                        "plains-farm.yaml:61:52: `E` is not a grade of this scale. Write `A`, `B+`, `B`, `B-`, `C` or `D`.");
    }

    @Test
    void twoPartsWithTheirNamesSwappedAreToldApart() {
        String yaml = Examples.plainsFarm()
                .replace("\ncalendars:", "\nswapped:")
                .replace("\nclauses:", "\ncalendars:")
                .replace("\nswapped:", "\nclauses:");
        assertThat(Examples.faults(yaml))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("plains-farm.yaml:8:3: Here stands a group of keys, where a list of clauses belongs.");
    }

    @Test
    void aMissingKeyIsToldWithWhatToWriteThere() {
        assertThat(Examples.faults(Examples.changed("    by: council\n", "")))
                .containsExactly(
                        "plains-farm.yaml:15:5: Here is a clause without `by`. Add `by`. Write the party that promises,"
                                + " as it is named under `parties`, for example `by: council`.");
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        assertThat(Examples.faults(Examples.changed("by: council", "by: council\n    by: homes")))
                .containsExactly(
                        "plains-farm.yaml:18:5: The key `by` stands here a second time; the first is in line 17."
                                + " Keep one of the two.");
    }

    @Test
    void anAliasIsRefusedBeforeItGrows() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char key = 'b'; key <= 'z'; key++) {
            String before = "*" + (char) (key - 1);
            bomb.append(key + ": &" + key + " [" + String.join(", ", Collections.nCopies(9, before)) + "]\n");
        }
        assertThat(Examples.faults(bomb.toString()))
                .first()
                .asString()
                .startsWith("plains-farm.yaml:1:4: A contract has no anchors");
    }

    @Test
    void aTextThatBeginsWithAStarIsToldToStandInQuotes() {
        assertThat(Examples.faults(Examples.changed("by: homes", "by: *homes")))
                .containsExactly(
                        "plains-farm.yaml:59:9: A contract has no aliases, and no text begins with `*`. Write out here"
                                + " what is meant, or put the text in quotes.");
    }

    @Test
    void aFileOfTenMegabytesIsRefusedUnread() {
        byte[] large = new byte[10_000_000];
        Arrays.fill(large, (byte) 'a');
        assertThat(refusal(large))
                .containsExactly("This file is larger than 64 KiB, the most that a contract may have."
                        + " Write fewer or shorter clauses, or make two contracts of it.");
    }

    @Test
    void bracketsNestedTooDeeplyAreRefused() {
        assertThat(Examples.faults("a: " + "[".repeat(60_000)))
                .containsExactly(
                        "plains-farm.yaml:1:43: Here the file is more than 40 levels deep. A contract needs no more"
                                + " than six.");
        assertThat(refusal("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)))
                .hasSize(1);
    }

    @Test
    void anEmptyFileIsToldHowToStart() {
        for (String empty : List.of("", " \n\n", "# nothing but a remark\n", "---\n")) {
            assertThat(Examples.faults(empty)).singleElement().asString().contains(":1:1: ");
        }
        assertThat(Examples.faults("")).first().asString().endsWith("Start with `contract: community-contract/1`.");
    }

    @Test
    void textThatIsNotUtf8IsRefusedAtTheFirstWrongByte() {
        assertThat(refusal("id: one\nname: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("The byte e9 here is not UTF-8 text. Save the file as UTF-8.");
    }

    @Test
    void charactersThatNobodySeesAreRefused() {
        assertThat(Examples.faults(Examples.changed("We will sweep", "We will \u202e sweep")))
                .containsExactly(
                        "plains-farm.yaml:52:19: The character U+202E (RIGHT-TO-LEFT OVERRIDE) cannot be seen, so it"
                                + " cannot be signed. Take it out.");
        assertThat(Examples.faults(Examples.changed("{name: City Council", "{name: \"City\\0Council\"")))
                .singleElement()
                .asString()
                .contains("U+0000");
        assertThat(Examples.faults("id: a\0b")).singleElement().asString().contains(":1:6: ");
    }

    @Test
    void aTabIsToldInItsLine() {
        assertThat(Examples.faults(Examples.changed("  - id: flytip", "\t- id: flytip")))
                .containsExactly("plains-farm.yaml:15:1: This line is indented with a tab. Indent it with spaces.");
    }

    @Test
    void whatTheParserStumblesOverIsToldInPlainWords() {
        assertThat(Examples.faults(Examples.changed("text: We will clear", "text: Note: we will clear")))
                .containsExactly(
                        "plains-farm.yaml:18:15: There is a second `: ` in this line. If it belongs to the text, put"
                                + " the whole text in quotes: \"...\".");
        assertThat(Examples.faults(Examples.changed("    by: council", "   by: council")))
                .containsExactly(
                        "plains-farm.yaml:17:4: This line does not line up with those before it. Indent the keys of one"
                                + " group by the same number of spaces.");
    }

    @Test
    void aSecondDocumentAndATagAreRefused() {
        assertThat(Examples.faults(Examples.plainsFarm() + "---\n" + Examples.plainsFarm()))
                .singleElement()
                .asString()
                .contains("A second document begins here");
        assertThat(Examples.faults(Examples.changed("version: 2", "version: !!int 2")))
                .singleElement()
                .asString()
                .contains("A contract has no tags");
    }

    @Test
    void aDayThatDoesNotExistIsRefused() {
        assertThat(Examples.faults(Examples.changed("2027-04-01", "2027-02-29")))
                .singleElement()
                .asString()
                .contains("`2027-02-29` is not a date.");
    }

    @Test
    void theUnitedKingdomHasNoOneListOfHolidays() {
        assertThat(Examples.faults(Examples.changed("england-and-wales", "gb")))
                .containsExactly(
                        "plains-farm.yaml:8:22: There is no list of holidays called `gb`. Write `england-and-wales`,"
                                + " `northern-ireland` or `scotland`.");
        assertThat(Examples.faults(Examples.changed("england-and-wales", "us-maa")))
                .singleElement()
                .asString()
                .endsWith("Did you mean `us-ma`?");
    }

    @Test
    void everyFaultHasItsPathInTheContract() {
        String yaml = Examples.changed("within: 5 working days", "within: soon");
        assertThat(((Reading.Refused) Reading.of("plains-farm.yaml", yaml)).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.path()).isEqualTo("clauses[0].clock.within"));
    }

    private static List<String> refusal(byte[] bytes) {
        return ((Reading.Refused) Reading.of("x.yaml", bytes))
                .faults().stream().map(Fault::words).toList();
    }
}
