package by.belparcel.operations;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WorkflowIT {

    private static final String MESSAGE_DEAD = "by.belparcel.dlq.message-dead.v1";

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("operations");

    private final FunctionHarness harness = FunctionHarness.of(POSTGRES.database(), new OperationsFunctions());

    @Test
    void showsEachEventItsSubscribersAndWhatIsStillPending() {
        subscribe("alertOnMessageDead");
        String key = UUID.randomUUID().toString();
        harness.deliver("recordDeadLetter", DeadEvents.cancelled(key, 1, ""));

        HttpReply workflow = byCorrelation("correlation-" + key);

        assertThat(workflow.text("nodes/1/type")).isEqualTo("dlq.message-dead");
        assertThat(workflow.text("nodes/1/outbox")).isEqualTo("WAITING");
        assertThat(workflow.text("edges/0/consumer")).isEqualTo("alertOnMessageDead");
        assertThat(workflow.text("pending/0/consumer")).isEqualTo("alertOnMessageDead");
        assertThat(workflow.json().get("complete").asBoolean()).isFalse();
    }

    @Test
    void isCompleteWhenEverySubscriberIsDone() {
        subscribe("alertOnMessageDead");
        String key = UUID.randomUUID().toString();
        harness.deliver("recordDeadLetter", DeadEvents.cancelled(key, 1, ""));
        POSTGRES.database().execute("""
                insert into eventing.inbox (consumer, event_source, event_id, event_type, partition_key, sequence, status, attempts)
                select 'alertOnMessageDead', source, event_id::text, type, aggregate_id, aggregate_version, 'PROCESSED', 2
                from eventing.outbox where correlation_id = ?""", "correlation-" + key);

        HttpReply workflow = byCorrelation("correlation-" + key);

        assertThat(workflow.text("edges/0/inbox")).isEqualTo("PROCESSED");
        assertThat(workflow.json().at("/edges/0/attempts").asInt()).isEqualTo(2);
        assertThat(workflow.json().get("complete").asBoolean()).isTrue();
    }

    @Test
    void anUnknownOrderIsNotFoundAndForeignOnesAreNotShown() {
        String nobody = UUID.randomUUID().toString();

        assertThat(byOrder(nobody, Principals.moderator()).code()).isEqualTo("ORDER_NOT_FOUND");
        assertThat(byOrder(nobody, Principals.shop(nobody)).code()).isEqualTo("ORDER_NOT_FOUND");
        assertThat(harness.query("getWorkflow")
                        .as(Principals.moderator())
                        .send()
                        .status())
                .isEqualTo(400);
    }

    private HttpReply byCorrelation(String id) {
        return harness.query("getWorkflow")
                .as(Principals.moderator())
                .query("correlation_id", id)
                .send();
    }

    private HttpReply byOrder(String id, by.belparcel.eventing.handling.Principal who) {
        return harness.query("getOrderWorkflow").as(who).path("id", id).send();
    }

    private void subscribe(String consumer) {
        POSTGRES.database()
                .execute(
                        "insert into operations.subscriptions (event_type, consumer) values (?, ?) on conflict do nothing",
                        MESSAGE_DEAD,
                        consumer);
    }
}
