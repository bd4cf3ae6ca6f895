package org.communitycontracts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who sends too much waits, and is told how long. */
class LimitsTest {
    @Test
    void theThirtyFirstAskingToSignInWithinAQuarterOfAnHourWaits() {
        try (OpenHouse house = OpenHouse.with(Map.of("limits.sign-ins", 30))) {
            HttpResponse<String> last = asks(house, 0);
            for (int asked = 1; asked < 31; asked++) {
                assertThat(last.statusCode()).isEqualTo(303);
                last = asks(house, asked);
            }
            assertThat(last.statusCode()).isEqualTo(429);
            assertThat(last.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 900L);
            assertThat(last.body()).contains("Too many at once").doesNotContain("127.0.0.1");
            assertThat(house.database()
                            .sql()
                            .sql("select id from web.bucket")
                            .query(String.class)
                            .list())
                    .isNotEmpty()
                    .noneMatch(id -> id.contains("127.0.0.1"));
        }
    }

    private static HttpResponse<String> asks(OpenHouse house, int number) {
        try (Tab tab = new Tab(house)) {
            tab.opens("/sign-in");
            return tab.sendsOnly("/sign-in", Map.of("council", "site", "email", "n" + number + "@example.org"));
        }
    }
}
