package org.communitycontracts.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Our reader and an ordinary JSON Schema validator read one schema: they agree on every file, good or bad. */
class SchemaAgreementTest {
    private static final int FILES = 600;

    private final Schema judge = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Examples.text("contract-schema.json"), InputFormat.JSON);

    @Test
    void theGoodFilesAreGoodToBoth() {
        for (String good : List.of("plains-farm-v2.yaml", "boston-v1.yaml", "boston-v2.yaml")) {
            assertThat(validate(Examples.read(Examples.text(good)).json()))
                    .as(good)
                    .isEmpty();
        }
        for (String good : Examples.ofTheGuide()) {
            assertThat(validate(Examples.read(good).json())).as(good).isEmpty();
        }
    }

    @Test
    void bothAgreeOnFilesThatWereChangedAtRandom() {
        Mutations mutations = new Mutations(4);
        int good = 0;
        for (int file = 0; file < FILES; file++) {
            good += checkAgreed(mutations.text()) ? 1 : 0;
        }
        assertThat(good).isBetween(FILES / 20, FILES / 2);
    }

    @Test
    void bothAgreeOnEveryValueChangedForOneThatCannotStand() {
        int good = 0;
        int all = 0;
        for (String example : Stream.concat(Stream.of(Examples.plainsFarm()), Examples.ofTheGuide().stream())
                .toList()) {
            for (int line = 1; line <= example.lines().count(); line++) {
                for (String other : List.of(
                        "0", "-7", "101", "9999999", "\"5\"", "2026-02-30", "Two Words", "true", "5 days", "~")) {
                    for (Edit edit : Edit.listIn(example, line, value -> other, Set.of())) {
                        good += checkAgreed(edit.yaml()) ? 1 : 0;
                        all++;
                    }
                }
            }
        }
        assertThat(all).isGreaterThan(1_000);
        assertThat(good).isBetween(all / 20, all / 2);
    }

    /** Whether the file is good to both; a file that is no tree is not put to the other. */
    private boolean checkAgreed(String yaml) {
        Faults faults = new Faults("x.yaml");
        Optional<Node> tree = YamlText.read(yaml.getBytes(StandardCharsets.UTF_8), faults);
        if (tree.isPresent()) {
            String json = Canonical.json(org.communitycontracts.contracts.Schema.read(tree.get(), faults));
            List<Error> errors = validate(json);
            assertThat(faults.isEmpty())
                    .as(() -> json + "\n" + faults.list() + "\n" + errors)
                    .isEqualTo(errors.isEmpty());
        }
        return faults.isEmpty();
    }

    private List<Error> validate(String json) {
        return judge.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
