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
import org.communitycontracts.engine.contract.Contract;
import org.communitycontracts.permissions.Actor;
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
    private final SampleParties parties;
    private final Contracts contracts;
    private final Verdicts verdicts;
    private final Tallies tallies;

    Opening(
            DataSource source,
            Councils councils,
            Neighbourhoods neighbourhoods,
            SampleParties parties,
            Contracts contracts,
            Verdicts verdicts,
            Tallies tallies) {
        this.source = source;
        this.councils = councils;
        this.neighbourhoods = neighbourhoods;
        this.parties = parties;
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
                    councils.open(
                            Actor.PROGRAM, council.slug(), council.name(), council.zone(), true, Sample.AS_OF, SOURCE));
        }
        List<Sample.Area> missing = sample.areas().stream()
                .filter(area -> !isIn(sample, area, open.get(area.council())))
                .toList();
        for (int at = 0; at < missing.size(); at++) {
            say("Loading the sample: " + missing.get(at).name() + " (" + (at + 1) + " of " + missing.size() + ")");
            bringIn(
                    sample,
                    missing.get(at),
                    Objects.requireNonNull(open.get(missing.get(at).council())));
        }
        sample.councils().stream()
                .filter(council -> !sample.contracts(council).isEmpty())
                .forEach(council -> agreeOn(sample, council, Objects.requireNonNull(open.get(council.slug()))));
    }

    /** The reports of an area without a contract of its own are all in when the contract of its council is judged. */
    private boolean isIn(Sample sample, Sample.Area area, @Nullable Council council) {
        if (sample.contracts(area).isEmpty()) {
            return sample.councils().stream()
                    .filter(made -> made.slug().equals(area.council()))
                    .anyMatch(made -> council != null && isJudged(council, made.contract()));
        }
        return council != null && isJudged(council, area.slug());
    }

    private boolean isJudged(Council council, String contract) {
        return tallies.judgement(council.id(), contract).isPresent();
    }

    private void bringIn(Sample sample, Sample.Area area, Council council) {
        Actor program = Actor.programIn(council.id());
        Neighbourhood neighbourhood =
                neighbourhoods.open(program, council.id(), area.name(), Boundary.parse(area.boundary()));
        area.streets()
                .forEach(street -> neighbourhoods.nameFor(program, neighbourhood, street, SearchName.Kind.STREET));
        area.postcodes()
                .forEach(code -> neighbourhoods.nameFor(program, neighbourhood, code, SearchName.Kind.POSTCODE));
        adopt(council, neighbourhood.id(), sample.contracts(area));
        takeIn(sample, area, council, neighbourhood);
        if (!sample.contracts(area).isEmpty()) {
            judge(council, neighbourhood.id(), area.slug());
        }
    }

    /** The contract of a whole council is judged last, over the reports of all its areas. */
    private void agreeOn(Sample sample, Sample.Council made, Council council) {
        if (!isJudged(council, made.contract())) {
            say("Loading the sample: the whole of " + made.name());
            adopt(council, null, sample.contracts(made));
            judge(council, null, made.contract());
        }
    }

    private void adopt(Council council, @Nullable Long neighbourhood, List<Sample.ContractFile> files) {
        files.forEach(
                file -> parties.enter(council, read(file).contract().parties().values()));
        for (Sample.ContractFile file : files) {
            if (contracts.adopt(council.id(), neighbourhood, read(file), Sample.AS_OF)
                    instanceof Contracts.Adoption.Refused refused) {
                throw new CannotStart("The sample in this folder was made by another version of the program: "
                        + refused.because() + " Name a fresh folder with --data, or start with --no-sample.");
            }
        }
    }

    private void judge(Council council, @Nullable Long neighbourhood, String contract) {
        List<Contract> versions = contracts.files(council.id(), contract).stream()
                .map(ContractFile::contract)
                .toList();
        verdicts.judge(new Covered(council.id(), neighbourhood, versions), Sample.AS_OF, Sample.AS_OF);
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
