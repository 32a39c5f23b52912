package by.belparcel.operations;

import static by.belparcel.eventing.handling.FunctionSpec.command;
import static by.belparcel.eventing.handling.FunctionSpec.on;
import static by.belparcel.eventing.handling.FunctionSpec.query;

import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.Services;
import by.belparcel.events.EventCatalog;
import by.belparcel.events.PayloadShape;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.Topics;
import by.belparcel.operations.adapter.SqlChaosSwitch;
import by.belparcel.operations.adapter.SqlDeadLetters;
import by.belparcel.operations.adapter.SqlEventLog;
import by.belparcel.operations.adapter.SqlNotes;
import by.belparcel.operations.adapter.SqlOverviews;
import by.belparcel.operations.adapter.SqlRedrives;
import by.belparcel.operations.adapter.SqlRelayKeys;
import by.belparcel.operations.adapter.SqlSupersession;
import by.belparcel.operations.adapter.SqlWorkflowLog;
import by.belparcel.operations.application.AdvancingRedrive;
import by.belparcel.operations.application.Annotating;
import by.belparcel.operations.application.Deciding;
import by.belparcel.operations.application.EditingDeadLetter;
import by.belparcel.operations.application.ListingDeadLetters;
import by.belparcel.operations.application.Overviews;
import by.belparcel.operations.application.RecordingDeadLetter;
import by.belparcel.operations.application.RedriveRequest;
import by.belparcel.operations.application.RedriveSteps;
import by.belparcel.operations.application.ReleasingKey;
import by.belparcel.operations.application.RepairingMissing;
import by.belparcel.operations.application.ShowingChaos;
import by.belparcel.operations.application.ShowingDeadLetter;
import by.belparcel.operations.application.ShowingOverview;
import by.belparcel.operations.application.ShowingRedrive;
import by.belparcel.operations.application.ShowingWorkflow;
import by.belparcel.operations.application.StartingRedrive;
import by.belparcel.operations.application.TurningChaos;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Functions of the operations context. */
public final class OperationsFunctions implements FunctionModule {

    private static final int MISSING_SHOWN = 100;

    private final SqlDeadLetters deadLetters = new SqlDeadLetters();
    private final SqlRedrives redrives = new SqlRedrives();
    private final SqlNotes notes = new SqlNotes();
    private final Overviews overviews = new SqlOverviews();

    @Override
    public String name() {
        return "operations";
    }

    @Override
    public List<FunctionSpec> functions() {
        return List.of(
                new FunctionSpec.RawEvent("recordDeadLetter", s -> new RecordingDeadLetter(deadLetters, redrives)),
                on(
                        "advanceRedriveOnTimerFired",
                        PlatformEvent.TimerFired.TYPE,
                        Map.of("timerkind", RedriveSteps.TIMER),
                        s -> new AdvancingRedrive(redrives, steps())),
                query(
                        "listDeadLetters",
                        "/dead-letters",
                        "dead-letter.read",
                        ListingDeadLetters.PARAMETERS,
                        s -> new ListingDeadLetters(deadLetters)),
                query(
                        "groupDeadLetters",
                        "/dead-letters/groups",
                        "dead-letter.read",
                        Set.of(),
                        s -> new ShowingOverview<>(overviews::groups)),
                query(
                        "listParkedKeys",
                        "/dead-letters/parked-keys",
                        "dead-letter.read",
                        Set.of(),
                        s -> new ShowingOverview<>(overviews::parkedKeys)),
                query(
                        "getDeadLetter",
                        "/dead-letters/{id}",
                        "dead-letter.read",
                        Set.of(),
                        s -> new ShowingDeadLetter(deadLetters, notes)),
                command(
                        "startRedrive",
                        "POST",
                        "/dead-letters/redrives",
                        "dead-letter.redrive",
                        RedriveRequest::read,
                        s -> new StartingRedrive(deadLetters, redrives, steps(), new SqlSupersession())),
                query(
                        "getRedrive",
                        "/dead-letters/redrives/{id}",
                        "dead-letter.read",
                        Set.of(),
                        s -> new ShowingRedrive(redrives)),
                command(
                        "parkDeadLetter",
                        "POST",
                        "/dead-letters/{id}/park",
                        "dead-letter.decide",
                        Deciding::readParking,
                        s -> new Deciding(deadLetters)),
                command(
                        "discardDeadLetter",
                        "POST",
                        "/dead-letters/{id}/discard",
                        "dead-letter.decide",
                        Deciding::readDiscarding,
                        s -> new Deciding(deadLetters)),
                command(
                        "editDeadLetter",
                        "POST",
                        "/dead-letters/{id}/edit",
                        "dead-letter.decide",
                        EditingDeadLetter::read,
                        s -> new EditingDeadLetter(deadLetters, OperationsFunctions::topicOf, PayloadShape::problems)),
                command(
                        "noteDeadLetter",
                        "POST",
                        "/dead-letters/{id}/notes",
                        "dead-letter.annotate",
                        Annotating::readNote,
                        s -> new Annotating(deadLetters, notes)),
                command(
                        "assignDeadLetter",
                        "POST",
                        "/dead-letters/{id}/assign",
                        "dead-letter.annotate",
                        Annotating::readAssignee,
                        s -> new Annotating(deadLetters, notes)),
                command(
                        "releaseParkedKey",
                        "POST",
                        "/dead-letters/parked-keys/release",
                        "dead-letter.redrive",
                        ReleasingKey::read,
                        s -> new ReleasingKey(new SqlRelayKeys())),
                query(
                        "listMissingEvents",
                        "/dead-letters/reconciliation",
                        "reconciliation.read",
                        Set.of(),
                        s -> new ShowingOverview<>(tx -> overviews.missing(tx, MISSING_SHOWN))),
                command(
                        "repairMissingEvents",
                        "POST",
                        "/dead-letters/reconciliation",
                        "dead-letter.redrive",
                        RepairingMissing::read,
                        s -> new RepairingMissing(overviews, new SqlEventLog())),
                query(
                        "getChaos",
                        "/dead-letters/chaos",
                        "chaos.read",
                        Set.of(),
                        s -> new ShowingChaos(new SqlChaosSwitch())),
                command(
                        "changeChaos",
                        "PUT",
                        "/dead-letters/chaos",
                        "chaos.change",
                        TurningChaos::read,
                        s -> new TurningChaos(new SqlChaosSwitch(), isProduction(s))),
                query(
                        "getOrderWorkflow",
                        "/orders/{id}/workflow",
                        "workflow.read",
                        Set.of(),
                        s -> new ShowingWorkflow(new SqlWorkflowLog())),
                query(
                        "getWorkflow",
                        "/orders/workflow",
                        "workflow.read",
                        Set.of("correlation_id"),
                        s -> new ShowingWorkflow(new SqlWorkflowLog())));
    }

    private RedriveSteps steps() {
        return new RedriveSteps(deadLetters, redrives, OperationsFunctions::topicOf);
    }

    /** Types that nobody knows travel on the platform's topic. */
    private static String topicOf(String eventType) {
        return EventCatalog.find(eventType).map(type -> type.topic()).orElse(Topics.PLATFORM);
    }

    private static boolean isProduction(Services services) {
        return services.settings().text("environment", "development").equalsIgnoreCase("production");
    }
}
