package org.communitycontracts.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of what the program is made of is the one the build puts into it; {@code -Dwrite.libraries=true} writes it. */
class LibrariesTest {
    private static final Path PAGE = Path.of("..", "docs", "security", "libraries.md");
    private static final Pattern RELEASED = Pattern.compile("[0-9][0-9A-Za-z.+_-]*");

    private static List<Library> libraries = List.of();

    private record Library(String name, String version, String licence) {}

    @BeforeAll
    static void read() throws IOException {
        List<Library> read = new ArrayList<>();
        try (var file = LibrariesTest.class.getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
            for (JsonNode part : JsonMapper.shared().readTree(file).path("components")) {
                TreeSet<String> licences = new TreeSet<>();
                part.path("licenses").forEach(each -> {
                    JsonNode licence = each.path("license");
                    licences.add(each.path("expression")
                            .asString(licence.path("id")
                                    .asString(licence.path("name").asString(""))));
                });
                licences.remove("");
                String name = part.path("group").asString("") + ":"
                        + part.path("name").asString("");
                if (!name.startsWith("org.communitycontracts:")) {
                    read.add(new Library(name, part.path("version").asString(""), String.join(", ", licences)));
                }
            }
        }
        read.sort(java.util.Comparator.comparing(Library::name));
        libraries = List.copyOf(read);
    }

    @Test
    void everyLibraryIsReleasedAndSaysItsLicence() {
        assertThat(libraries).hasSizeGreaterThan(40).allSatisfy(library -> {
            assertThat(library.version()).as(library.name()).matches(RELEASED).doesNotContainIgnoringCase("snapshot");
            assertThat(library.licence()).as(library.name()).isNotEmpty();
        });
    }

    @Test
    void noLibraryOfTheTestsIsInTheProgram() {
        assertThat(libraries)
                .extracting(Library::name)
                .contains("org.postgresql:postgresql", "gg.jte:jte")
                .noneMatch(name -> name.contains("junit") || name.contains("greenmail") || name.contains("selenium"));
    }

    @Test
    void thePageListsThem() throws IOException {
        StringBuilder page = new StringBuilder("""
                # What the program is made of

                Written by `LibrariesTest` from the list of materials in the program; run it with `-Dwrite.libraries=true`
                after a change.

                | library | version | licence |
                | --- | --- | --- |
                """);
        libraries.forEach(library -> page.append("| ")
                .append(library.name())
                .append(" | ")
                .append(library.version())
                .append(" | ")
                .append(library.licence())
                .append(" |\n"));
        if (Boolean.getBoolean("write.libraries")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).content().isEqualTo(page.toString());
    }
}
