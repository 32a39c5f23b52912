package by.belparcel.alerts.model;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.AlertKind;
import by.belparcel.kernel.AlertSeverity;
import by.belparcel.kernel.AlertState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlertStateMachineTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    /** The table of the domain document, written a second time by hand: state, trigger, next state. */
    private static final Map<String, AlertState> ALLOWED = Stream.of(
                    "OPEN REPEAT OPEN",
                    "OPEN ACKNOWLEDGE ACKED",
                    "OPEN SNOOZE SNOOZED",
                    "OPEN RESOLVE RESOLVED",
                    "ACKED REPEAT ACKED",
                    "ACKED SNOOZE SNOOZED",
                    "ACKED RESOLVE RESOLVED",
                    "SNOOZED REPEAT SNOOZED",
                    "SNOOZED WAKE OPEN",
                    "SNOOZED RESOLVE RESOLVED")
            .collect(Collectors.toMap(
                    row -> row.substring(0, row.lastIndexOf(' ')),
                    row -> AlertState.valueOf(row.substring(row.lastIndexOf(' ') + 1))));

    @ParameterizedTest
    @EnumSource(AlertState.class)
    void allowsExactlyWhatTheTableSays(AlertState from) {
        for (AlertTrigger trigger : AlertTrigger.values()) {
            assertThat(AlertStateMachine.next(from, trigger))
                    .as("%s on %s", from, trigger)
                    .isEqualTo(Optional.ofNullable(ALLOWED.get(from + " " + trigger)));
        }
    }

    @Test
    void countsRepetitionsWithoutLosingTheNewestTime() {
        Alert alert = Alert.open("a", AlertKind.OFF_ROUTE, Subject.trip("t"), NOW, NOW);

        Alert later = alert.repeated(NOW.plusSeconds(60)).orElseThrow();
        Alert older = later.repeated(NOW.plusSeconds(30)).orElseThrow();

        assertThat(older.count()).isEqualTo(3);
        assertThat(older.lastAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(older.version()).isEqualTo(3);
        assertThat(older.openedAt()).isEqualTo(NOW);
    }

    @Test
    void remembersWhoLookedAfterIt() {
        Alert open = Alert.open("a", AlertKind.PANIC, Subject.of("carrier", "c"), NOW, NOW);

        Alert acked = open.acknowledged("operator:1", NOW).orElseThrow();
        Alert snoozed = acked.snoozed(NOW.plusSeconds(900)).orElseThrow();
        Alert resolved = snoozed.resolved("admin:2", "driver is safe", NOW).orElseThrow();

        assertThat(resolved.care())
                .isEqualTo(new Care("operator:1", NOW, NOW.plusSeconds(900), "admin:2", NOW, "driver is safe", false));
        assertThat(snoozed.woken().orElseThrow().care().snoozedUntil()).isNull();
        assertThat(resolved.repeated(NOW)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(AlertKind.class)
    void knowsHowUrgentEachKindIs(AlertKind kind) {
        AlertSeverity expected = switch (kind) {
            case PANIC, BREAKDOWN -> AlertSeverity.CRITICAL;
            case ASSIGNMENT_TIMEOUT -> AlertSeverity.INFO;
            default -> AlertSeverity.WARNING;
        };
        assertThat(Severities.of(kind)).isEqualTo(expected);
    }
}
