package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Every form does its work once, however often and from wherever it is sent. */
class OnceTest {
    private final OpenHouse house = OpenHouse.withoutSample();

    @Test
    void twentyTimesTheSameFormAtOnceHaveOneEffectAndOneAnswer() throws Exception {
        Map<String, String> asked = Map.of("council", "site", "email", "twenty@example.org");
        try (Tab tab = new Tab(house);
                ExecutorService together = Executors.newFixedThreadPool(20)) {
            var form = tab.opens("/sign-in").form("/sign-in", asked);
            Callable<HttpResponse<String>> send = () -> tab.send(form.copy());
            List<Future<HttpResponse<String>>> answers = together.invokeAll(java.util.Collections.nCopies(20, send));
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(303);
                assertThat(answer.get().headers().firstValue("Location").orElseThrow())
                        .endsWith("/sign-in/sent?council=0");
            }
        }
        assertThat(askings("twenty@example.org")).isEqualTo(1);
    }

    @Test
    void aKeyIsNotUsedForSomethingElse() {
        try (Tab tab = new Tab(house)) {
            tab.opens("/sign-in");
            var first = tab.form("/sign-in", Map.of("council", "site", "email", "first@example.org"));
            var other = tab.form("/sign-in", Map.of("council", "site", "email", "other@example.org"));
            assertThat(tab.send(first).statusCode()).isEqualTo(303);
            HttpResponse<String> refused = tab.send(other);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("This form was used for something else");
        }
        assertThat(askings("other@example.org")).isZero();
    }

    @Test
    void aFormThatWasRefusedIsPutRightAndSentAgain() {
        try (Tab tab = new Tab(house)) {
            tab.opens("/sign-in");
            var wrong = tab.form("/sign-in", Map.of("council", "site", "email", "nobody"));
            var right = tab.form("/sign-in", Map.of("council", "site", "email", "right@example.org"));
            assertThat(tab.send(wrong).statusCode()).isEqualTo(422);
            assertThat(tab.send(right).statusCode()).isEqualTo(303);
        }
        assertThat(askings("right@example.org")).isEqualTo(1);
    }

    @Test
    void whatAFormHeldIsNotKeptWithItsKey() {
        try (Tab tab = new Tab(house)) {
            tab.opens("/sign-in").sends("/sign-in", Map.of("council", "site", "email", "unkept@example.org"));
        }
        List<String> kept = house.database()
                .sql()
                .sql("select o::text from web.once o")
                .query(String.class)
                .list();
        assertThat(kept).isNotEmpty().noneMatch(row -> row.contains("unkept"));
    }

    private int askings(String email) {
        return house.database()
                .sql()
                .sql("select count(*) from people.sign_in_link where email = :email")
                .param("email", email)
                .query(Integer.class)
                .single();
    }
}
