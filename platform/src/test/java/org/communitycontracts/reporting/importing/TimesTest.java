package org.communitycontracts.reporting.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            # an ordinary afternoon,   summer and winter
            06/02/2015 05:00:00 PM,    2015-06-02T21:00:00Z
            01/02/2015 12:00:00 AM,    2015-01-02T05:00:00Z
            # the hour that comes twice: the earlier one
            11/01/2015 01:30:00 AM,    2015-11-01T05:30:00Z
            # the hour that is left out: later by the gap
            03/08/2015 02:30:00 AM,    2015-03-08T07:30:00Z
            2023-12-08T12:00:00.000,   2023-12-08T17:00:00Z
            2023-12-08,                2023-12-08T05:00:00Z
            2023-12-08T12:00:00Z,      2023-12-08T12:00:00Z
            2023-12-08t12:00:00+02:00, 2023-12-08T10:00:00Z
            """)
    void aLocalTimeIsReadInItsZone(String text, String moment) throws Exception {
        Times times = new Times(ZoneId.of("America/New_York"), List.of("MM/dd/yyyy hh:mm:ss a", "iso"));
        assertThat(times.moment(text, "Opened")).hasToString(moment);
    }

    @ParameterizedTest
    @CsvSource({"02/30/2015 05:00:00 PM", "13/01/2015 05:00:00 PM", "06/02/2015 17:00:00 PM", "06/02/2015", "''"})
    void aDateThatIsNoneIsRefused(String text) {
        Times times = new Times(ZoneId.of("America/New_York"), List.of("MM/dd/yyyy hh:mm:ss a"));
        assertThatThrownBy(() -> times.moment(text, "Opened")).isInstanceOf(BadRow.class);
    }

    @Test
    void aPatternThatCannotBeReadIsTold() {
        assertThat(Times.fault("dd/MM/yyyy HH:mm")).isEmpty();
        assertThat(Times.fault("bananas")).isPresent();
        assertThat(Times.fault("HH:mm")).contains("it has no year");
    }
}
