package org.communitycontracts.standards.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communitycontracts.acts.Act;
import org.communitycontracts.people.Register;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Where;
import org.communitycontracts.reporting.Category;
import org.communitycontracts.reporting.Joints;
import org.communitycontracts.reporting.Remarks;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.reporting.Reports;
import org.communitycontracts.reporting.ToldReports;
import org.communitycontracts.reporting.route.KindWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody at a desk does about a report: a happening with its words, an act in the record, and the desks laid anew. */
@Component
class Deeds {
    private final Desks desks;
    private final Remarks remarks;
    private final ToldReports told;
    private final Reports reports;
    private final Joints joints;
    private final Register register;
    private final Upkeep upkeep;

    Deeds(
            Desks desks,
            Remarks remarks,
            ToldReports told,
            Reports reports,
            Joints joints,
            Register register,
            Upkeep upkeep) {
        this.desks = desks;
        this.remarks = remarks;
        this.told = told;
        this.reports = reports;
        this.joints = joints;
        this.register = register;
        this.upkeep = upkeep;
    }

    /**
     * What somebody said with a step.
     *
     * @param choice one of those that the step offers; empty when it offers none
     * @param jpeg a photo, painted anew
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
    record Said(String choice, @Nullable String words, byte @Nullable [] jpeg) {}

    /**
     * Does a step, unless somebody else did something in between that leaves no room for it.
     *
     * @return whether it was done
     */
    boolean act(Actor actor, Desk desk, Folder folder, Step step, Said said) {
        Where where = Desks.where(desk.party());
        Policy.demand(actor, Deed.WORK_AT_DESK, where);
        Report report = folder.report();
        Remarks.Entry entry = new Remarks.Entry(
                folder.event(step, said.choice()),
                desk.party().slug(),
                folder.facts(step, said.choice()),
                said.words(),
                said.jpeg());
        boolean done = register.inOneStep(() -> {
            boolean added = remarks.add(
                    report,
                    entry,
                    story -> desks.folder(desk, report, story).steps().contains(step),
                    desk.now());
            if (added) {
                if (step == Step.RECATEGORISE) {
                    Category category = new Category(said.choice());
                    Optional<String> street = Optional.ofNullable(
                            folder.story().getFirst().facts().get("street"));
                    told.recategorise(report, category, KindWords.title(category, street));
                }
                if (step == Step.MERGE) {
                    reports.find(report.council(), said.choice()).ifPresent(other -> joints.join(report, other));
                }
                register.keep(
                        Register.by(actor, Deed.WORK_AT_DESK.roles(), where),
                        "report." + step.word(),
                        report.council(),
                        new Act.Thing("report", report.reference()),
                        null,
                        null,
                        desk.now());
            }
            return added;
        });
        if (done) {
            upkeep.look(desk.council(), together(report), desk.now());
        }
        return done;
    }

    /** The report and those that were ever joined with it: what was done may count for all of them. */
    private List<Long> together(Report report) {
        List<Long> ids = new ArrayList<>(List.of(report.id()));
        reports.story(report).joined().forEach(other -> ids.add(other.report().id()));
        return ids;
    }
}
