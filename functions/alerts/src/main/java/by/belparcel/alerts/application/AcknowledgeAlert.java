package by.belparcel.alerts.application;

import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import org.jspecify.annotations.Nullable;

/** {@code POST /reports/alerts/{id}/acknowledge}. */
public record AcknowledgeAlert(@Nullable Long expectedVersion) {

    public static AcknowledgeAlert read(Input body, RequestParameters parameters) {
        return new AcknowledgeAlert(expectedVersion(body));
    }

    static @Nullable Long expectedVersion(Input body) {
        return body.optionalInteger("expected_version", 1, Long.MAX_VALUE).orElse(null);
    }
}
