package org.communitycontracts.standards.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.communitycontracts.engine.contract.ClockRule.PauseRule;
import org.communitycontracts.engine.contract.Party.Role;
import org.communitycontracts.engine.judging.Happening;
import org.communitycontracts.people.Party;
import org.communitycontracts.people.PartyKind;
import org.communitycontracts.reporting.Asked;
import org.communitycontracts.reporting.Category;
import org.communitycontracts.reporting.Joints;
import org.communitycontracts.reporting.Report;
import org.communitycontracts.reporting.SaidFixed;
import org.communitycontracts.reporting.Told;
import org.jspecify.annotations.Nullable;

/**
 * Everything a party needs to know of one report to deal with it, and what it may do.
 *
 * @param told what was told with it; null for a report that came otherwise, or after its time
 * @param kinds the kinds of problems that there are here
 * @param others how many other reports are joined with it now
 * @param isOpen whether nothing has ended it
 */
record Folder(
        Party party,
        Report report,
        @Nullable Told told,
        boolean isOpen,
        boolean isPrivate,
        List<Happening> story,
        List<Category> kinds,
        int others,
        List<Promise> promises) {
    private static final String RECATEGORISED = "recategorised";
    private static final String NOT_IN_AREA = "not_in_area";

    /** The reasons for a closure without a fix; that it is not ours is none, for then it is offered to whose it is. */
    private static final List<String> CLOSURES = List.of("not_found", "no_power", "beyond_means", "fixed_by_others");

    Folder {
        story = List.copyOf(story);
        promises = List.copyOf(promises);
    }

    private String own() {
        return party.slug();
    }

    /** The reference of the report with which this one is joined. */
    Optional<String> intoWhich() {
        return Joints.into(story).findFirst();
    }

    /** Whether the party has it in hand: some promise about it, or, where there is none, as the council that takes all else. */
    boolean isInHand() {
        return promises.isEmpty()
                ? party.kind() == PartyKind.COUNCIL
                : promises.stream().anyMatch(promise -> promise.isHeldBy(own()));
    }

    /** Whether another party offers it to this one. */
    boolean isOffered() {
        return !isInHand()
                && promises.stream()
                        .anyMatch(promise -> promise.hands().offered().contains(own()));
    }

    /** Whether the party may read it: while it has it or is offered it, and as long as it promised something about it. */
    boolean isReadable() {
        return isInHand()
                || isOffered()
                || promises.stream().anyMatch(promise -> promise.clock().party().equals(own()));
    }

    /** The promises in the party's hands whose clocks are not over. */
    private List<Promise> running() {
        return promises.stream()
                .filter(promise -> promise.isHeldBy(own()) && promise.clock().isOpen())
                .toList();
    }

    /** What the party can do now, in the order of the page. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        if (isOpen && isOffered()) {
            steps.add(Step.ACCEPT);
            steps.add(Step.REFUSE);
        }
        if (isOpen && isInHand()) {
            if (story.stream().noneMatch(happening -> happening.event().equals("seen"))) {
                steps.add(Step.SEEN);
            }
            if (told != null) {
                steps.add(Step.WRITE);
            }
            if (!openHolds().isEmpty()) {
                steps.add(Step.RESUME);
            } else if (!holds().isEmpty()) {
                steps.add(Step.HOLD);
            }
            steps.add(Step.INSPECT);
            steps.add(Step.MAKE_SAFE);
            steps.add(isToBeAnswered() ? Step.ANSWER : Step.FIX);
            if (!isPrivate) {
                steps.add(Step.MERGE);
            }
            steps.add(Step.RECATEGORISE);
            if (!parties().isEmpty()
                    && promises.stream()
                            .allMatch(promise -> promise.hands().offered().isEmpty())) {
                steps.add(Step.OFFER);
            }
            steps.add(Step.CLOSE);
        }
        if (isInHand() && intoWhich().isPresent()) {
            steps.add(Step.PART);
        }
        return steps;
    }

    /** Whether an answer is what stops its clocks, and no fix does. */
    private boolean isToBeAnswered() {
        return running().stream().anyMatch(promise -> promise.stops().contains("answered"))
                && running().stream().noneMatch(promise -> promise.stops().contains("fixed"));
    }

    /** The holds that its contracts allow, by the events that begin them; nobody is asked who cannot reply. */
    Map<String, PauseRule> holds() {
        Map<String, PauseRule> holds = new LinkedHashMap<>();
        running().stream()
                .flatMap(promise -> promise.pauses().stream())
                .forEach(pause -> holds.putIfAbsent(pause.from(), pause));
        if (told == null) {
            holds.remove(Asked.ASKED);
        }
        return holds;
    }

    /** The events that end the holds which have begun and were not ended. */
    List<String> openHolds() {
        Map<String, PauseRule> pauses = new TreeMap<>();
        running().stream()
                .flatMap(promise -> promise.pauses().stream())
                .forEach(pause -> pauses.putIfAbsent(pause.from(), pause));
        return pauses.values().stream()
                .filter(pause -> last(pause.from()) > last(pause.to()))
                .map(PauseRule::to)
                .distinct()
                .toList();
    }

    /** The place of the last such event in the story; -1 when there is none. */
    private int last(String event) {
        int last = -1;
        for (int place = 0; place < story.size(); place++) {
            if (story.get(place).event().equals(event)) {
                last = place;
            }
        }
        return last;
    }

    /** The other providers to which it can be offered, by their names in the contract. */
    Map<String, String> parties() {
        Map<String, String> others = new TreeMap<>();
        running().stream()
                .flatMap(promise -> promise.contract().parties().values().stream())
                .filter(other -> other.role() == Role.PROVIDER && !other.id().equals(own()))
                .forEach(other -> others.put(other.id(), other.name()));
        return others;
    }

    /** The reasons for which it can be closed without a fix. */
    List<String> closures() {
        List<String> reasons = new ArrayList<>(CLOSURES);
        if (running().stream().anyMatch(promise -> promise.cancels().contains(NOT_IN_AREA))) {
            reasons.add(NOT_IN_AREA);
        }
        return reasons;
    }

    /**
     * The event that a step becomes in the story.
     *
     * @param choice what was chosen with it; empty when there is nothing to choose
     */
    String event(Step step, String choice) {
        Set<String> stops =
                running().stream().flatMap(promise -> promise.stops().stream()).collect(Collectors.toSet());
        return switch (step) {
            case SEEN -> "seen";
            case ACCEPT -> Hands.ACCEPTED;
            case REFUSE -> Hands.REFUSED;
            case WRITE -> "contacted";
            case HOLD, RESUME -> choice;
            case INSPECT -> "inspected";
            case MAKE_SAFE -> "made_safe";
            case FIX -> stops.contains("closed") && !stops.contains("fixed") ? "closed" : "fixed";
            case ANSWER -> "answered";
            case MERGE -> Joints.MERGED;
            case PART -> Joints.UNMERGED;
            case RECATEGORISE -> RECATEGORISED;
            case OFFER -> Hands.OFFERED;
            case CLOSE -> choice.equals(NOT_IN_AREA) ? NOT_IN_AREA : SaidFixed.UNFIXED;
        };
    }

    /** What is public of it besides. */
    Map<String, String> facts(Step step, String choice) {
        return switch (step) {
            case RECATEGORISE -> Map.of("category", choice);
            case OFFER -> Map.of(Hands.TO, choice);
            case MERGE -> Map.of(Joints.INTO, choice);
            case CLOSE -> choice.equals(NOT_IN_AREA) ? Map.of() : Map.of("because", choice);
            default -> Map.of();
        };
    }

    /** What can be chosen with a step. */
    List<String> choices(Step step) {
        return switch (step) {
            case HOLD -> List.copyOf(holds().keySet());
            case RESUME -> openHolds();
            case RECATEGORISE ->
                kinds.stream()
                        .map(Category::word)
                        .filter(word -> !word.equals(report.category()))
                        .toList();
            case OFFER -> List.copyOf(parties().keySet());
            case CLOSE -> closures();
            default -> List.of();
        };
    }
}
