package org.communitycontracts.engine.redress;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communitycontracts.engine.clock.LookBack;
import org.communitycontracts.engine.contract.Ladder;
import org.communitycontracts.engine.contract.Payment;
import org.communitycontracts.engine.contract.Remedy;
import org.communitycontracts.engine.contract.Rung;
import org.communitycontracts.engine.contract.When;
import org.jspecify.annotations.Nullable;

/** Finds what each breach asks for: of every ladder the first rung whose grounds hold. */
final class Ladders {
    private final Breaches breaches;
    private final Entries stories;
    private final Set<Gift> given = new HashSet<>();

    /** What one household gets once for one fault, however many of it reported it. */
    private record Gift(String clause, @Nullable String clock, int cycle, int ladder, String fault, String household) {}

    Ladders(List<Breach> breaches, Entries stories) {
        this.breaches = new Breaches(breaches, stories);
        this.stories = stories;
    }

    /** What is owed before any cap, in the order in which caps are used up. */
    List<Owed> owed() {
        List<Owed> owed = new ArrayList<>();
        for (Breach breach : breaches.inOrder()) {
            List<Ladder> ladders = breach.clause().remedies();
            for (int i = 0; i < ladders.size(); i++) {
                List<Rung> rungs = ladders.get(i).rungs();
                int reached = reached(breach, rungs);
                if (reached < rungs.size()) {
                    addFor(breach, i, rungs, reached, owed);
                }
            }
        }
        return owed;
    }

    /** What is given in place of money of which the caps left nothing: the next rung that is no money; empty when there is none. */
    Optional<Owed> instead(Owed money) {
        List<Rung> rungs =
                money.breach().clause().remedies().get(money.ladder()).rungs();
        return rungs.subList(rungs.indexOf(money.rung()) + 1, rungs.size()).stream()
                .filter(rung -> rung.remedy().payment() == null && holds(money.breach(), rung))
                .findFirst()
                .map(rung -> new Owed(
                        money.breach(),
                        money.ladder(),
                        rung,
                        false,
                        money.payee().isHousehold()
                                ? new Payee(Payment.To.HOUSEHOLD, money.payee().name())
                                : Payee.household(money.breach(), stories),
                        Sum.NONE,
                        Claim.AUTOMATIC));
    }

    private void addFor(Breach breach, int ladder, List<Rung> rungs, int reached, List<Owed> owed) {
        Rung rung = rungs.get(reached);
        boolean mayRise =
                breach.isOpen() && rungs.subList(0, reached).stream().anyMatch(steeper -> awaits(breach, steeper));
        for (Payee payee : payees(breach, rung.remedy())) {
            if (isFirst(breach, ladder, payee)) {
                owed.add(owed(breach, ladder, rung, mayRise, payee));
            }
        }
    }

    private Owed owed(Breach breach, int ladder, Rung rung, boolean mayRise, Payee payee) {
        Payment payment = rung.remedy().payment();
        Sum sum = payment == null ? Sum.NONE : Sum.of(breach, rung.remedy(), payment, stories);
        return new Owed(breach, ladder, rung, mayRise, payee, sum, Claim.of(breach, rung.remedy(), payee, stories));
    }

    private List<Payee> payees(Breach breach, Remedy remedy) {
        Payment payment = remedy.payment();
        return payment == null
                ? List.of(Payee.household(breach, stories))
                : Payee.listOf(breach, payment.to(), stories);
    }

    private boolean isFirst(Breach breach, int ladder, Payee payee) {
        return !payee.isHousehold()
                || payee.name() == null
                || given.add(new Gift(
                        breach.clause().id(),
                        breach.verdict().clock(),
                        breach.verdict().cycle(),
                        ladder,
                        breach.fault(),
                        payee.name()));
    }

    private int reached(Breach breach, List<Rung> rungs) {
        int reached = 0;
        while (reached < rungs.size() && !holds(breach, rungs.get(reached))) {
            reached++;
        }
        return reached;
    }

    private boolean holds(Breach breach, Rung rung) {
        return isLateEnough(breach, rung) && holdsOtherwise(breach, rung);
    }

    /** Whether only time is missing for a rung to be reached. */
    private boolean awaits(Breach breach, Rung rung) {
        return !isLateEnough(breach, rung) && holdsOtherwise(breach, rung);
    }

    private static boolean isLateEnough(Breach breach, Rung rung) {
        return rung.lateBy() == null
                || breach.late().reaches(rung.lateBy(), rung.remedy().calendar());
    }

    private boolean holdsOtherwise(Breach breach, Rung rung) {
        Rung.Again again = rung.again();
        var calendar = rung.remedy().calendar();
        return (rung.when().equals(When.ALWAYS) || rung.when().holds(new BrokenCase(breach, stories, calendar)))
                && (again == null || breaches.isAgain(again, breach, new LookBack(again.in(), calendar)));
    }
}
