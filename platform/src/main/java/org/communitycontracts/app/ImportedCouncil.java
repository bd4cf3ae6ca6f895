package org.communitycontracts.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.communitycontracts.contracts.ContractFile;
import org.communitycontracts.contracts.Contracts;
import org.communitycontracts.contracts.Contracts.Adoption;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.reporting.Point;
import org.communitycontracts.reporting.Reports;
import org.communitycontracts.reporting.importing.Gazetteer;
import org.communitycontracts.reporting.importing.Import;
import org.communitycontracts.reporting.importing.Progress;
import org.communitycontracts.reporting.importing.Source;
import org.communitycontracts.reporting.importing.Summary;
import org.communitycontracts.reporting.importing.WrongFile;
import org.communitycontracts.standards.Covered;
import org.communitycontracts.standards.Verdicts;
import org.communitycontracts.store.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in what a city's own system tells, and judges it by the contracts adopted for that city. */
@Component
class ImportedCouncil {
    private final DataSource source;
    private final Councils councils;
    private final Neighbourhoods neighbourhoods;
    private final Reports reports;
    private final Contracts contracts;
    private final Verdicts verdicts;
    private final Clock clock;

    ImportedCouncil(
            DataSource source,
            Councils councils,
            Neighbourhoods neighbourhoods,
            Reports reports,
            Contracts contracts,
            Verdicts verdicts,
            Clock clock) {
        this.source = source;
        this.councils = councils;
        this.neighbourhoods = neighbourhoods;
        this.reports = reports;
        this.contracts = contracts;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    /** Opens the council under this slug, unless it is there; a sample council takes in nothing real. */
    Council open(String slug, Source from) {
        if (!slug.matches("[a-z][a-z0-9-]{0,59}")) {
            throw new CannotStart("A council's name in addresses is small letters, digits and hyphens, for example"
                    + " --council boston, not \"" + slug + "\".");
        }
        Council council = councils.open(Actor.PROGRAM, slug, from.name(), from.zone(), false, null, from.licence());
        if (council.sample()) {
            throw new CannotStart("\"" + slug + "\" is a sample council, and real reports do not go among made-up ones."
                    + " Choose another name with --council.");
        }
        return council;
    }

    /** One run of imports, which puts the rows it cannot take into this folder. */
    Import begin(Path rejects) {
        SecureRandom random = new SecureRandom();
        return new Import(source, clock, () -> random.generateSeed(32), rejects);
    }

    Summary takeIn(Import intake, Council council, Path file, Source from, Progress progress) throws IOException {
        try {
            return intake.run(council.id(), new Areas(council), from, file, progress);
        } catch (WrongFile wrong) {
            throw new CannotStart(file + ": " + wrong.because(), wrong);
        }
    }

    void adopt(Council council, List<ContractFile> versions) {
        for (ContractFile version : versions) {
            if (contracts.adopt(council.id(), null, version, clock.instant()) instanceof Adoption.Refused refused) {
                throw new CannotStart(version.name() + ": " + refused.because());
            }
        }
    }

    /**
     * Judges at the moment given, or at the last moment the reports tell of, by all that is known now, and says how long
     * it took.
     */
    void judge(Council council, @Nullable Instant asOf, PrintWriter out) {
        Instant moment = asOf != null ? asOf : reports.lastTold(council.id()).orElseGet(clock::instant);
        councils.speakOf(council, moment);
        for (Covered covered : Covered.listOf(contracts, council.id())) {
            Instant begun = clock.instant();
            int count = verdicts.judge(covered, moment, begun.isAfter(moment) ? begun : moment);
            Duration took = Duration.between(begun, clock.instant());
            out.println(String.format(
                    Locale.UK,
                    "%,d verdicts by contract %s in %.1f s",
                    count,
                    covered.contract(),
                    took.toMillis() / 1000.0));
        }
    }

    /** The council's neighbourhoods by name and by outline; new ones are opened under the source's names. */
    private final class Areas implements Gazetteer {
        private final Council council;
        private final Map<String, Long> known = new HashMap<>();
        private final List<Neighbourhood> drawn;

        Areas(Council council) {
            this.council = council;
            List<Neighbourhood> all = neighbourhoods.list(council.id());
            all.forEach(one -> known.put(one.name(), one.id()));
            this.drawn = all.stream().filter(one -> one.boundary() != null).toList();
        }

        @Override
        public OptionalLong find(@Nullable String area, @Nullable Point point) {
            Long named = area == null ? null : known.get(area);
            return named != null ? OptionalLong.of(named) : point == null ? OptionalLong.empty() : at(point);
        }

        private OptionalLong at(Point point) {
            return drawn.stream()
                    .filter(one -> one.boundary() != null && one.boundary().covers(point.latitude(), point.longitude()))
                    .mapToLong(Neighbourhood::id)
                    .findFirst();
        }

        @Override
        public OptionalLong open(String area) {
            long id = neighbourhoods
                    .open(Actor.programIn(council.id()), council.id(), area, null)
                    .id();
            known.put(area, id);
            return OptionalLong.of(id);
        }
    }
}
