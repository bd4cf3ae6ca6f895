package org.communitycontracts.permissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may do what, as one table that an officer can read; and the edges of whose it is. */
class PolicyTest {
    private static final Path TABLE = Path.of("..", "docs", "guide", "who-may-do-what.md");
    private static final long HERE = 1;
    private static final long ELSEWHERE = 2;
    private static final long PLAINS_FARM = 10;
    private static final long HOYLAND = 11;
    private static final long HOMES = 20;
    private static final long POLICE = 21;
    private static final UUID SELF = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    @Test
    void theTableInTheGuideIsWhatThePolicyAnswers() throws IOException {
        String table = table();
        if (Boolean.getBoolean("write.permissions")) {
            String page = Files.readString(TABLE);
            Files.writeString(TABLE, page.substring(0, page.indexOf("| may")) + table);
        }
        assertThat(Files.readString(TABLE)).endsWith(table);
    }

    @Test
    void nobodyMayDoAnythingThatIsNotForEverybody() {
        for (Deed deed : Deed.values()) {
            assertThat(Policy.ask(Actor.NOBODY, deed, Where.council(HERE)))
                    .isEqualTo(new Answer.Refused(Answer.Why.SIGN_IN));
            assertThat(Policy.ask(Actor.NOBODY, deed, Where.SITE.about(null)))
                    .isEqualTo(new Answer.Refused(Answer.Why.SIGN_IN));
        }
    }

    @Test
    void aRoleOfStaffCountsOnlyAfterASecondFactor() {
        for (Role role : Role.values()) {
            for (Deed deed : Deed.values()) {
                if (deed.roles().contains(role) && role.needsTwoFactors()) {
                    assertThat(Policy.ask(actor(role, false), deed, within(role)))
                            .isEqualTo(new Answer.Refused(Answer.Why.SECOND_FACTOR));
                }
            }
        }
    }

    @Test
    void aRoleCountsOnlyWithinWhatItIsHeldFor() {
        for (Role role : Role.values()) {
            for (Deed deed : Deed.values()) {
                if (!deed.roles().contains(role) || role.held() == Role.Held.SITE) {
                    continue;
                }
                Actor holder = actor(role, true);
                assertThat(Policy.ask(holder, deed, within(role)).isAllowed()).isTrue();
                for (Where outside : outside(role)) {
                    assertThat(Policy.ask(holder, deed, outside)).isEqualTo(new Answer.Refused(Answer.Why.NO_ROLE));
                }
            }
        }
    }

    @Test
    void whatIsForOneselfIsForNobodyElseAndInNoOtherCouncil() {
        Actor resident = new Actor(SELF, HERE, false, List.of());
        assertThat(Policy.ask(resident, Deed.SEE_PERSON, Where.council(HERE).about(SELF))
                        .isAllowed())
                .isTrue();
        assertThat(Policy.ask(resident, Deed.SEE_PERSON, Where.council(HERE).about(OTHER))
                        .isAllowed())
                .isFalse();
        assertThat(Policy.ask(
                                resident,
                                Deed.SEE_PERSON,
                                Where.council(ELSEWHERE).about(SELF))
                        .isAllowed())
                .isFalse();
    }

    @Test
    void aServiceManagerGivesRolesToTheirOwnOfficersAlone() {
        Actor manager = actor(Role.SERVICE_MANAGER, true);
        Where own = Where.council(HERE).party(HOMES);
        assertThat(Policy.askToGive(manager, Role.SERVICE_OFFICER, own).isAllowed())
                .isTrue();
        assertThat(Policy.askToGive(manager, Role.SERVICE_OFFICER, own.party(POLICE))
                        .isAllowed())
                .isFalse();
        assertThat(Policy.askToGive(manager, Role.SERVICE_MANAGER, own).isAllowed())
                .isFalse();
        assertThat(Policy.askToGive(manager, Role.PROVIDERS_SIGNATORY, own).isAllowed())
                .isFalse();
    }

    @Test
    void nobodyGivesARoleThatGivesItself() {
        for (Role role : Role.values()) {
            assertThat(role.givers()).as(role.word()).doesNotContain(role);
        }
        assertThat(Role.SITE_ADMINISTRATOR.givers()).isEmpty();
    }

    @Test
    void aDoorThatIsNotOpenedSaysWhy() {
        assertThatThrownBy(() -> Policy.demand(Actor.NOBODY, Deed.KEEP_PARTIES, Where.council(HERE)))
                .isInstanceOfSatisfying(
                        NotAllowed.class, refused -> assertThat(refused.why()).isEqualTo(Answer.Why.SIGN_IN));
    }

    private static String table() {
        StringBuilder table =
                new StringBuilder("| may | for oneself | who, within what they hold |\n| --- | --- | --- |\n");
        for (Deed deed : Deed.values()) {
            List<String> who = new ArrayList<>();
            for (Role role : Role.values()) {
                if (Policy.ask(actor(role, true), deed, within(role).about(OTHER))
                        .isAllowed()) {
                    who.add(plain(role));
                }
            }
            boolean own = Policy.ask(
                            new Actor(SELF, HERE, false, List.of()),
                            deed,
                            Where.council(HERE).about(SELF))
                    .isAllowed();
            table.append("| %s | %s | %s |\n"
                    .formatted(
                            deed.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                            own ? "yes" : "no",
                            who.isEmpty() ? "nobody" : String.join(", ", who)));
        }
        table.append("\n| role | held for | second factor | given by |\n| --- | --- | --- | --- |\n");
        for (Role role : Role.values()) {
            List<String> givers = new ArrayList<>();
            for (Role giver : Role.values()) {
                if (Policy.askToGive(actor(giver, true), role, within(giver)).isAllowed()) {
                    givers.add(plain(giver));
                }
            }
            table.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            plain(role),
                            role.held().name().toLowerCase(java.util.Locale.ROOT),
                            role.needsTwoFactors() ? "yes" : "no",
                            givers.isEmpty() ? "nobody" : String.join(", ", givers)));
        }
        return table.toString();
    }

    private static String plain(Role role) {
        return role.word().replace('_', ' ');
    }

    private static Actor actor(Role role, boolean twoFactors) {
        long council = role.held() == Role.Held.SITE ? Standing.SITE : HERE;
        return new Actor(
                SELF, council, twoFactors, List.of(new Standing(role, council, neighbourhood(role), party(role))));
    }

    private static @Nullable Long neighbourhood(Role role) {
        return role.held() == Role.Held.NEIGHBOURHOOD ? PLAINS_FARM : null;
    }

    private static @Nullable Long party(Role role) {
        return role.held() == Role.Held.PARTY ? HOMES : null;
    }

    private static Where within(Role role) {
        return Where.council(HERE).neighbourhood(neighbourhood(role)).party(party(role));
    }

    private static List<Where> outside(Role role) {
        List<Where> outside = new ArrayList<>();
        outside.add(new Where(ELSEWHERE, neighbourhood(role), party(role), null));
        if (role.held() == Role.Held.NEIGHBOURHOOD) {
            outside.add(within(role).neighbourhood(HOYLAND));
            outside.add(within(role).neighbourhood(null));
        }
        if (role.held() == Role.Held.PARTY) {
            outside.add(within(role).party(POLICE));
            outside.add(within(role).party(null));
        }
        return outside;
    }
}
