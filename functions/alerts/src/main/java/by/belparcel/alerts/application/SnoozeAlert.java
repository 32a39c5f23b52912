package by.belparcel.alerts.application;

import by.belparcel.alerts.model.SnoozeFor;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code POST /reports/alerts/{id}/snooze}. */
public record SnoozeAlert(SnoozeFor length, @Nullable Long expectedVersion) {

    private static final Pattern LENGTH = Pattern.compile("15m|1h|shift");

    public static SnoozeAlert read(Input body, RequestParameters parameters) {
        String length = body.matching("for", LENGTH, "ENUM", "must be 15m, 1h or shift");
        return new SnoozeAlert(SnoozeFor.of(length).orElse(SnoozeFor.QUARTER), AcknowledgeAlert.expectedVersion(body));
    }
}
