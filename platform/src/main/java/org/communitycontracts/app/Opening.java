package org.communitycontracts.app;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.communitycontracts.app.sample.Sample;
import org.communitycontracts.contracts.ContractFile;
import org.communitycontracts.contracts.Contracts;
import org.communitycontracts.contracts.Reading;
import org.communitycontracts.places.Boundary;
import org.communitycontracts.places.Council;
import org.communitycontracts.places.Councils;
import org.communitycontracts.places.Neighbourhood;
import org.communitycontracts.places.Neighbourhoods;
import org.communitycontracts.places.SearchName;
import org.communitycontracts.reporting.Arrival;
import org.communitycontracts.reporting.Intake;
import org.communitycontracts.reporting.Point;
import org.communitycontracts.standards.Covered;
import org.communitycontracts.standards.Tallies;
import org.communitycontracts.standards.Verdicts;
import org.communitycontracts.store.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Brings the sample neighbourhoods in before the doors open; what is there already is left as it is. */
@Component
@ConditionalOnProperty(name = "sample", havingValue = "true")
class Opening implements SmartInitializingSingleton {
    private static final String SOURCE = "Sample data made up by this program, free to use";
    /** The sample's references shall be the same on every machine. */
    private static final byte[] KEY = "community-contracts-sample-key-1".getBytes(StandardCharsets.US_ASCII);

    private final DataSource source;
    private final Councils councils;
    private final Neighbourhoods neighbourhoods;
    private final Contracts contracts;
    private final Verdicts verdicts;
    private final Tallies tallies;

    Opening(
            DataSource source,
            Councils councils,
            Neighbourhoods neighbourhoods,
            Contracts contracts,
            Verdicts verdicts,
            Tallies tallies) {
        this.source = source;
        this.councils = councils;
        this.neighbourhoods = neighbourhoods;
        this.contracts = contracts;
        this.verdicts = verdicts;
        this.tallies = tallies;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Sample sample = Sample.load();
        Map<String, Council> open = new HashMap<>();
        for (Sample.Council council : sample.councils()) {
            open.put(
                    council.slug(),
                    councils.open(council.slug(), council.name(), council.zone(), true, Sample.AS_OF, SOURCE));
        }
        List<Sample.Area> missing = sample.areas().stream()
                .filter(area -> !isJudged(open.get(area.council()), area))
                .toList();
        for (int at = 0; at < missing.size(); at++) {
            say("Loading the sample: " + missing.get(at).name() + " (" + (at + 1) + " of " + missing.size() + ")");
            bringIn(
                    sample,
                    missing.get(at),
                    Objects.requireNonNull(open.get(missing.get(at).council())));
        }
    }

    private boolean isJudged(@Nullable Council council, Sample.Area area) {
        return council != null && tallies.judgement(council.id(), area.slug()).isPresent();
    }

    private void bringIn(Sample sample, Sample.Area area, Council council) {
        Neighbourhood neighbourhood = neighbourhoods.open(council.id(), area.name(), Boundary.parse(area.boundary()));
        area.streets().forEach(street -> neighbourhoods.nameFor(neighbourhood, street, SearchName.Kind.STREET));
        area.postcodes().forEach(code -> neighbourhoods.nameFor(neighbourhood, code, SearchName.Kind.POSTCODE));
        for (Sample.ContractFile file : sample.contracts(area)) {
            if (contracts.adopt(council.id(), neighbourhood.id(), read(file), Sample.AS_OF)
                    instanceof Contracts.Adoption.Refused refused) {
                throw new CannotStart("The sample in this folder was made by another version of the program: "
                        + refused.because() + " Name a fresh folder with --data, or start with --no-sample.");
            }
        }
        takeIn(sample, area, council, neighbourhood);
        List<ContractFile> versions = contracts.files(council.id(), area.slug());
        Covered covered = new Covered(
                council.id(),
                neighbourhood.id(),
                versions.stream().map(ContractFile::contract).toList());
        verdicts.judge(covered, Sample.AS_OF, Sample.AS_OF);
    }

    private void takeIn(Sample sample, Sample.Area area, Council council, Neighbourhood neighbourhood) {
        InstantSource then = InstantSource.fixed(Sample.AS_OF);
        try (Intake intake = Intake.open(source, council.id(), "sample", then, KEY::clone)) {
            sample.reports(area)
                    .map(report -> Arrival.of(
                            report.reference(),
                            neighbourhood.id(),
                            report.category(),
                            report.title(),
                            Arrival.Place.at(new Point(report.latitude(), report.longitude())),
                            report.happenings()))
                    .forEach(intake::add);
            intake.finish();
        }
    }

    private static ContractFile read(Sample.ContractFile file) {
        return switch (Reading.of(file.file(), file.yaml())) {
            case ContractFile contract -> contract;
            case Reading.Refused refused ->
                throw new IllegalStateException("A sample contract is not in good order: " + refused.faults());
        };
    }

    @SuppressWarnings("SystemOut") // what the person at the terminal sees while it takes time
    private static void say(String line) {
        PrintStream terminal = System.out;
        terminal.println(line);
    }
}
