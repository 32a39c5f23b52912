package by.belparcel.alerts;

import static by.belparcel.eventing.handling.FunctionSpec.command;
import static by.belparcel.eventing.handling.FunctionSpec.on;
import static by.belparcel.eventing.handling.FunctionSpec.query;

import by.belparcel.alerts.application.AcknowledgeAlert;
import by.belparcel.alerts.application.AcknowledgeAlertHandler;
import by.belparcel.alerts.application.Evaluation;
import by.belparcel.alerts.application.GetAlertHandler;
import by.belparcel.alerts.application.ListAlertsHandler;
import by.belparcel.alerts.application.OnTrip;
import by.belparcel.alerts.application.ResolveAlert;
import by.belparcel.alerts.application.ResolveAlertHandler;
import by.belparcel.alerts.application.SnoozeAlert;
import by.belparcel.alerts.application.SnoozeAlertHandler;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.events.PlatformEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Routes and handlers of the context alerts. */
public final class AlertsFunctions implements FunctionModule {

    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public List<FunctionSpec> functions() {
        return Stream.of(
                        routes(),
                        ConditionSources.functions(),
                        TripSources.functions(),
                        PointSources.functions(),
                        deadLetters(),
                        timers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<FunctionSpec> routes() {
        return List.of(
                query(
                        "listAlerts",
                        "/reports/alerts",
                        "alert.read",
                        ListAlertsHandler.PARAMETERS,
                        services -> new ListAlertsHandler(AlertsParts.ALERTS)),
                query(
                        "getAlert",
                        "/reports/alerts/{id}",
                        "alert.read",
                        Set.of(),
                        services -> new GetAlertHandler(AlertsParts.ALERTS)),
                command(
                        "acknowledgeAlert",
                        "POST",
                        "/reports/alerts/{id}/acknowledge",
                        "alert.act",
                        AcknowledgeAlert::read,
                        services -> new AcknowledgeAlertHandler(AlertsParts.MOVE)),
                command(
                        "snoozeAlert",
                        "POST",
                        "/reports/alerts/{id}/snooze",
                        "alert.act",
                        SnoozeAlert::read,
                        services -> new AlertsParts(services).snooze()),
                command(
                        "resolveAlert",
                        "POST",
                        "/reports/alerts/{id}/resolve",
                        "alert.act",
                        ResolveAlert::read,
                        services -> new ResolveAlertHandler(AlertsParts.MOVE)));
    }

    private static List<FunctionSpec> deadLetters() {
        return List.of(
                on(
                        "countDeadLetterOnMessageDead",
                        PlatformEvent.MessageDead.TYPE,
                        services -> new AlertsParts(services).deadLetters()::dead),
                on(
                        "countDeadLetterOnParked",
                        PlatformEvent.MessageParked.TYPE,
                        services -> new AlertsParts(services).deadLetters()::parked),
                on(
                        "countDeadLetterOnDiscarded",
                        PlatformEvent.MessageDiscarded.TYPE,
                        services -> new AlertsParts(services).deadLetters()::discarded),
                on(
                        "countDeadLettersOnRedriveCompleted",
                        PlatformEvent.RedriveCompleted.TYPE,
                        services -> new AlertsParts(services).deadLetters()::redriven));
    }

    private static List<FunctionSpec> timers() {
        return List.of(
                timer("lookForLateDeparture", OnTrip.LATE_DEPARTURE, AlertsParts::lateDeparture),
                timer("recheckAlert", Evaluation.RECHECK, AlertsParts::recheck),
                timer("endSnooze", SnoozeAlertHandler.SNOOZE_END, AlertsParts::endSnooze));
    }

    private static FunctionSpec timer(
            String name, String kind, Function<AlertsParts, EventHandler<PlatformEvent.TimerFired>> handler) {
        return on(
                name,
                PlatformEvent.TimerFired.TYPE,
                Map.of("timerkind", kind),
                services -> handler.apply(new AlertsParts(services)));
    }
}
