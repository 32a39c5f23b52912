package by.belparcel.alerts.application;

import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import org.jspecify.annotations.Nullable;

/** {@code POST /reports/alerts/{id}/resolve}. @param reason 5 to 500 characters, never in an event */
public record ResolveAlert(String reason, @Nullable Long expectedVersion) {

    public static ResolveAlert read(Input body, RequestParameters parameters) {
        return new ResolveAlert(body.text("reason", 5, 500), AcknowledgeAlert.expectedVersion(body));
    }
}
