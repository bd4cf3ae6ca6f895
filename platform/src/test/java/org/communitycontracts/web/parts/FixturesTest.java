package org.communitycontracts.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our tags against the design system's own examples, as far as our tags can say them; read from the look's packages. */
class FixturesTest {
    private static final Path EXAMPLES = Path.of("target/look/node_modules/govuk-frontend/dist/govuk/components");
    private static final TemplateEngine TAGS = TemplateEngine.createPrecompiled(
            null, ContentType.Html, FixturesTest.class.getClassLoader(), "org.communitycontracts");

    @Test
    void whatOurTagsCanSayTheySayAsTheDesignSystemDoes() {
        if (!Files.isDirectory(EXAMPLES)) {
            String left = "LEFT OUT: the components were not compared with the design system's examples; run"
                    + " platform/src/main/java/org/communitycontracts/web/look/build first.";
            System.err.println(left);
            Assumptions.abort(left);
        }
        List<String> differences = new ArrayList<>();
        Map<String, Integer> compared = new TreeMap<>();
        Saying.all().forEach((component, saying) -> compared.put(component, compare(component, saying, differences)));
        System.out.println("Compared with the design system's examples: " + compared);
        assertThat(differences).isEmpty();
        assertThat(compared)
                .allSatisfy((component, examples) ->
                        assertThat(examples).as("examples of %s", component).isPositive());
        assertThat(compared.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(100);
    }

    @Test
    void aWrongClassIsSeen() {
        assertThat(Outline.of("<p class=\"a\">x</p>")).isNotEqualTo(Outline.of("<p class=\"b\">x</p>"));
        assertThat(Outline.of("<p><b>x</b></p>")).isNotEqualTo(Outline.of("<p>x</p>"));
        assertThat(Outline.of("<p id='1' class='a'>\n x </p>")).isEqualTo(Outline.of("<p class=\"a\" id=\"1\">x</p>"));
    }

    private static int compare(String component, Saying saying, List<String> differences) {
        int compared = 0;
        for (JsonNode example : examples(component)) {
            Asked asked = new Asked(example.path("options"));
            Map<String, Object> said = saying.parameters().apply(asked);
            if (asked.isSaid() && said.keySet().containsAll(saying.needs())) {
                compared++;
                String ours = Outline.of(write(saying.tag(), said));
                String theirs = Outline.of(example.path("html").asString());
                if (!ours.equals(theirs)) {
                    differences.add("%s, %s%n--- theirs%n%s--- ours%n%s"
                            .formatted(component, example.path("name").asString(), theirs, ours));
                }
            }
        }
        return compared;
    }

    private static JsonNode examples(String component) {
        try {
            Path file = EXAMPLES.resolve(component).resolve("fixtures.json");
            return JsonMapper.shared().readTree(Files.readString(file)).path("fixtures");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(String tag, Map<String, Object> said) {
        StringOutput output = new StringOutput();
        TAGS.render("web/parts/" + tag + ".jte", said, output);
        return output.toString();
    }
}
