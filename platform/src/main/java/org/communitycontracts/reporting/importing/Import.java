package org.communitycontracts.reporting.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.communitycontracts.reporting.Intake;

/**
 * Takes the service requests of a file in. Doing it twice changes nothing; a later file with later states adds to the
 * stories; an import that was broken off is done again and goes on from there.
 */
public final class Import {
    private final DataSource database;
    private final InstantSource clock;
    private final Supplier<byte[]> newKey;
    private final Path rejectsFolder;
    private final Set<Path> rejectsFiles = new HashSet<>();

    /**
     * @param newKey makes the key of a council's public references when it has none yet; see {@link Intake#open}
     * @param rejectsFolder where the files of rejected rows are put, each named after the file imported; of files
     *     of one name in several folders the second is named -2, and so on
     */
    public Import(DataSource database, InstantSource clock, Supplier<byte[]> newKey, Path rejectsFolder) {
        this.database = database;
        this.clock = clock;
        this.newKey = newKey;
        this.rejectsFolder = rejectsFolder;
    }

    /**
     * Imports the file for the council.
     *
     * @throws WrongFile when it is none of service requests of this source; then nothing was taken
     * @throws IOException when it cannot be read, or the rejected rows cannot be written
     */
    public Summary run(long council, Gazetteer gazetteer, Source source, Path file, Progress progress)
            throws IOException, WrongFile {
        try (SourceFile in = SourceFile.open(file)) {
            RequestReader reader = source.read(in);
            progress.begin(Files.size(file));
            try (Rejects rejects = new Rejects(rejectsFile(file), reader.columns());
                    Intake intake = Intake.open(database, council, source.id(), clock, newKey)) {
                Categories categories = new Categories(source.categories(), intake.categories(), intake::remember);
                Arrivals arrivals = new Arrivals(source.extent(), categories, gazetteer, clock.instant());
                long rows = 0;
                for (RequestReader.Row row = reader.next(); row != null; row = reader.next()) {
                    take(row, arrivals, intake, rejects);
                    progress.at(++rows, in.read());
                }
                Intake.Counts done = intake.finish();
                intake.note(done, rejects.count());
                progress.end(rows, in.read());
                return new Summary(rows, done, rejects.count(), rejects.file());
            }
        }
    }

    private static void take(RequestReader.Row row, Arrivals arrivals, Intake intake, Rejects rejects)
            throws IOException {
        switch (row) {
            case RequestReader.Rejected rejected -> rejects.add(rejected);
            case RequestReader.Taken taken -> {
                try {
                    intake.add(arrivals.of(taken.request()));
                } catch (BadRow bad) {
                    rejects.add(new RequestReader.Rejected(taken.line(), bad.because(), taken.cells()));
                }
            }
        }
    }

    private Path rejectsFile(Path file) {
        Path rejects = rejectsFolder.resolve(file.getFileName() + ".rejects.csv");
        for (int number = 2; !rejectsFiles.add(rejects); number++) {
            rejects = rejectsFolder.resolve(file.getFileName() + "-" + number + ".rejects.csv");
        }
        return rejects;
    }
}
