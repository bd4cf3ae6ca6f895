package org.communitycontracts.reporting.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind of file that service requests come in: {@code boston311}, {@code nyc311}, {@code open311}, or a mapping file's own. */
public final class Source {
    private static final List<String> BUNDLED = List.of("boston311", "nyc311");
    private static final String OPEN311 = "open311";
    private static final long LONGEST = 1 << 18;

    private final String id;
    private final @Nullable Mapping mapping;

    /** What became of naming a source. */
    public sealed interface Answer {
        /** The source is known and understood. */
        record Known(Source source) implements Answer {}

        /** There is no such source, or its mapping file has faults; each in a line for people. */
        record Refused(List<String> because) implements Answer {
            public Refused {
                because = List.copyOf(because);
            }
        }
    }

    private Source(String id, @Nullable Mapping mapping) {
        this.id = id;
        this.mapping = mapping;
    }

    /** Reads what a person names: one of the bundled sources, {@code open311}, or the path of a mapping file. */
    public static Answer parse(String named) {
        if (OPEN311.equals(named)) {
            return new Answer.Known(new Source(OPEN311, null));
        }
        if (BUNDLED.contains(named)) {
            return answer(MappingFile.read(named + ".yaml", bundled(named)));
        }
        Path file = Path.of(named);
        if (!Files.isRegularFile(file)) {
            return new Answer.Refused(List.of("There is no source \"" + named + "\" and no mapping file of that name."
                    + " Write " + String.join(", ", BUNDLED) + ", " + OPEN311 + " or the path of a mapping file."));
        }
        return mapped(file);
    }

    private static Answer mapped(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > LONGEST) {
                return new Answer.Refused(List.of(name + ":1:1: A mapping file is at most 256 KiB long"));
            }
            return answer(MappingFile.read(name, Files.readString(file)));
        } catch (java.nio.charset.CharacterCodingException fault) {
            return new Answer.Refused(List.of(name + ":1:1: A mapping file is text in UTF-8"));
        } catch (IOException fault) {
            return new Answer.Refused(List.of(name + ":1:1: The mapping file cannot be read"));
        }
    }

    private static Answer answer(MappingFile.Answer answer) {
        return switch (answer) {
            case MappingFile.Answer.Understood(Mapping mapping) ->
                new Answer.Known(new Source(mapping.source(), mapping));
            case MappingFile.Answer.Refused(List<MappingFault> faults) ->
                new Answer.Refused(faults.stream().map(MappingFault::toString).toList());
        };
    }

    private static String bundled(String name) {
        try (InputStream in = Source.class.getResourceAsStream(name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("The mapping " + name + ".yaml is part of the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new IllegalStateException("The mapping " + name + ".yaml is part of the program", fault);
        }
    }

    /** Its name, part of each report's identity. */
    public String id() {
        return id;
    }

    /** What people call it. */
    public String name() {
        return mapping == null ? "Open311" : mapping.name();
    }

    /** Where it comes from and under which licence. */
    public String licence() {
        return mapping == null ? "Open311 GeoReport v2; see the city that publishes it" : mapping.licence();
    }

    /** The zone of its wall clocks; UTC for Open311, whose times carry their own offsets. */
    public ZoneId zone() {
        return mapping == null ? ZoneOffset.UTC : mapping.times().zone();
    }

    Mapping.Extent extent() {
        return mapping == null ? Mapping.Extent.ANYWHERE : mapping.map();
    }

    java.util.Map<String, String> categories() {
        return mapping == null ? java.util.Map.of() : mapping.categories();
    }

    RequestReader read(SourceFile file) throws IOException, WrongFile {
        if (mapping != null) {
            return new CsvRequests(file, mapping);
        }
        String start = file.start().replace("\u00ef\u00bb\u00bf", "").stripLeading();
        return switch (start.charAt(0)) {
            case '<' -> new Open311Xml(file);
            case '[', '{' -> new Open311Json(file);
            default -> throw new WrongFile("It is neither XML nor JSON, so it holds no Open311 service requests.");
        };
    }
}
