package org.communitycontracts.reporting.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.communitycontracts.reporting.Point;
import org.communitycontracts.reporting.Reports;
import org.communitycontracts.reporting.Story;
import org.communitycontracts.store.Database;
import org.communitycontracts.store.TestDatabase;
import org.jspecify.annotations.Nullable;

/** A real database and everything an import needs, for tests. */
final class ImportDesk implements AutoCloseable {
    static final long COUNCIL = 7;
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    final Database database = TestDatabase.fresh();
    final Map<String, Long> areas = new HashMap<>();
    final Reports reports = new Reports(database.source());
    private final Path folder;
    Instant now = NOW;

    ImportDesk() {
        try {
            folder = Files.createTempDirectory("cc-import");
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }

    static Source source(String named) {
        return switch (Source.parse(named)) {
            case Source.Answer.Known(Source source) -> source;
            case Source.Answer.Refused(List<String> because) -> throw new AssertionError(because.toString());
        };
    }

    Source mapped(String yaml) throws IOException {
        return source(Files.writeString(folder.resolve("mapping.yaml"), yaml).toString());
    }

    Path write(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    Summary take(Source source, Path file) throws IOException, WrongFile {
        return take(source, file, Progress.silent());
    }

    Summary take(Source source, Path file, Progress progress) throws IOException, WrongFile {
        return take(begin(), source, file, progress);
    }

    Import begin() {
        return new Import(database.source(), () -> now, () -> new byte[32], folder);
    }

    Summary take(Import run, Source source, Path file, Progress progress) throws IOException, WrongFile {
        return run.run(COUNCIL, gazetteer(), source, file, progress);
    }

    private Gazetteer gazetteer() {
        return new Gazetteer() {
            @Override
            public OptionalLong find(@Nullable String area, @Nullable Point point) {
                Long known = areas.get(area);
                return known == null ? OptionalLong.empty() : OptionalLong.of(known);
            }

            @Override
            public OptionalLong open(String area) {
                areas.put(area, areas.size() + 1L);
                return OptionalLong.of(areas.size());
            }
        };
    }

    Story story(String sourceId) {
        long id = database.sql()
                .sql("select report_id from reporting.report where council_id = :council and source_id = :id")
                .param("council", COUNCIL)
                .param("id", sourceId)
                .query(Long.class)
                .single();
        List<Story> stories = new java.util.ArrayList<>();
        reports.eachStory(COUNCIL, List.of(id), stories::add);
        return stories.getFirst();
    }

    long count(String where) {
        return database.sql()
                .sql("select count(*) from reporting." + where)
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        database.close();
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
