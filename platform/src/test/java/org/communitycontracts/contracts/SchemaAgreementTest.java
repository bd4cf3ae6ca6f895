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
import org.junit.jupiter.api.Test;

/** Our reader and an ordinary JSON Schema validator read one schema: they agree on every file, good or bad. */
class SchemaAgreementTest {
    private static final int FILES = 1_500;

    private final Schema judge = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Examples.text("contract-schema.json"), InputFormat.JSON);

    @Test
    void theGoodFilesAreGoodToBoth() {
        for (String good : List.of("plains-farm-v2.yaml", "boston-v1.yaml", "boston-v2.yaml")) {
            assertThat(validate(Examples.read(Examples.text(good)).json()))
                    .as(good)
                    .isEmpty();
        }
    }

    @Test
    void bothAgreeOnFilesThatWereChangedAtRandom() {
        Mutations mutations = new Mutations(4);
        int good = 0;
        int bad = 0;
        while (good + bad < FILES) {
            byte[] bytes = mutations.text().getBytes(StandardCharsets.UTF_8);
            Faults faults = new Faults("x.yaml");
            Optional<Node> tree = YamlText.read(bytes, faults);
            if (tree.isEmpty()) {
                continue;
            }
            String json = Canonical.json(org.communitycontracts.contracts.Schema.read(tree.get(), faults));
            List<Error> errors = validate(json);
            assertThat(faults.isEmpty())
                    .as(json + "\n" + faults.list() + "\n" + errors)
                    .isEqualTo(errors.isEmpty());
            good += errors.isEmpty() ? 1 : 0;
            bad += errors.isEmpty() ? 0 : 1;
        }
        assertThat(good).isGreaterThan(FILES / 10);
        assertThat(bad).isGreaterThan(FILES / 10);
    }

    private List<Error> validate(String json) {
        return judge.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
