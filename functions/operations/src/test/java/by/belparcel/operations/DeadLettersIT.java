package by.belparcel.operations;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.RecordedEvent;
import by.belparcel.eventing.testkit.TestEvents;
import by.belparcel.events.PlatformEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("operations");

    private final FunctionHarness harness = FunctionHarness.of(POSTGRES.database(), new OperationsFunctions());
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void nothingIsDead() {
        POSTGRES.database()
                .execute(
                        "truncate operations.dead_letters, operations.dead_letter_notes, operations.redrives, operations.redrive_items");
    }

    @Test
    void keepsWhatFailedAndSaysWhy() {
        String id = dead(DeadEvents.cancelled(key, 4, ""));

        HttpReply letter = get(id);

        assertThat(letter.text("consumer")).isEqualTo(DeadEvents.CONSUMER);
        assertThat(letter.text("reason")).isEqualTo("EXCEPTION");
        assertThat(letter.text("state")).isEqualTo("OPEN");
        assertThat(letter.text("data/order_id")).isEqualTo(key);
        assertThat(letter.json().at("/event/extensions").propertyNames())
                .doesNotContain("knativeerrordest", "knativekafkaoffset");
        assertThat(harness.emitted(PlatformEvent.MessageDead.TYPE))
                .anyMatch(e -> e.messageId().equals(id));
    }

    @Test // a consumer of the announcements that fails must not feed itself
    void aDeadAnnouncementIsKeptButNotAnnounced() {
        EventEnvelope event =
                TestEvents.withType(DeadEvents.cancelled(key, 4, ""), PlatformEvent.MessageDead.TYPE.name());
        int before = harness.emitted(PlatformEvent.MessageDead.TYPE).size();

        String id = dead(event);

        assertThat(get(id).text("state")).isEqualTo("OPEN");
        assertThat(harness.emitted(PlatformEvent.MessageDead.TYPE)).hasSize(before);
    }

    @Test // the dead letter itself may come twice
    void keepsOneRowHoweverOftenItComes() {
        EventEnvelope event = DeadEvents.cancelled(key, 4, "");

        dead(event);
        harness.deliver("recordDeadLetter", event);

        assertThat(POSTGRES.database().number("select count(*) from operations.dead_letters"))
                .isEqualTo(1);
        assertThat(POSTGRES.database().number("select max(attempts) from operations.dead_letters"))
                .isEqualTo(1);
    }

    @Test // R-56, A20
    void sendsTheSameEventBackToTheFailedConsumerOnly() {
        EventEnvelope event = DeadEvents.cancelled(key, 4, "");
        String id = dead(event);

        HttpReply started = redrive("{\"ids\": [\"" + id + "\"]}");

        assertThat(started.status()).isEqualTo(202);
        RecordedEvent sent = lastSent();
        assertThat(sent.metadata().id()).isEqualTo(event.metadata().id());
        assertThat(sent.metadata().replay()).isTrue();
        assertThat(sent.metadata().targetConsumer()).isEqualTo(DeadEvents.CONSUMER);
        assertThat(sent.json().get("order_id").asString()).isEqualTo(key);
        assertThat(get(id).text("state")).isEqualTo("REDRIVING");
    }

    @Test
    void isResolvedWhenTheConsumerHasItInItsInbox() {
        EventEnvelope event = DeadEvents.cancelled(key, 4, "");
        String id = dead(event);
        HttpReply started = redrive("{\"ids\": [\"" + id + "\"]}");

        applied(event);

        String redrive = started.text("id");
        assertThat(progress(redrive).json().get("resolved").asInt()).isEqualTo(1);
        harness.fireTimers(
                "dlq.redrive-step",
                (timer, kind, subject, due) -> new PlatformEvent.TimerFired(timer, kind, subject, due, due));
        harness.deliver();
        assertThat(progress(redrive).text("state")).isEqualTo("COMPLETED");
        assertThat(get(id).text("state")).isEqualTo("RESOLVED");
    }

    @Test
    void opensAgainWhenTheRedriveFailsAndIsSetAsideAfterTheThird() {
        String event = UUID.randomUUID().toString();
        String id = dead(DeadEvents.envelope(event, key, 4, ""));
        for (int i = 1; i <= 3; i++) {
            String redrive = redrive("{\"ids\": [\"" + id + "\"]}").text("id");
            harness.deliver("recordDeadLetter", DeadEvents.envelope(event, key, 4, redrive));
            assertThat(get(id).text("state")).isEqualTo(i < 3 ? "OPEN" : "PARKED");
            assertThat(progress(redrive).json().get("failed").asInt()).isEqualTo(1);
        }
        assertThat(get(id).json().get("attempts").asInt()).isEqualTo(4);
    }

    @Test // A20: later arrivals are not part of it
    void worksOnAFrozenSetWithACanaryFirst() {
        for (int i = 0; i < 8; i++) {
            dead(DeadEvents.cancelled(UUID.randomUUID().toString(), i, ""));
        }
        HttpReply started = redrive("{\"filter\": {\"consumer\": \"" + DeadEvents.CONSUMER + "\"}}");
        dead(DeadEvents.cancelled(key, 9, ""));

        assertThat(started.json().get("total").asInt()).isEqualTo(8);
        assertThat(started.json().get("in_flight").asInt()).isEqualTo(1);
        assertThat(started.json().get("waiting").asInt()).isEqualTo(7);
        assertThat(progress(started.text("id")).json().get("total").asInt()).isEqualTo(8);
    }

    @Test
    void refusesWhatMakesNoSense() {
        String id = dead(DeadEvents.cancelled(key, 4, ""));
        discard(id, "{\"reason\": \"nobody needs this one\"}");

        assertThat(redrive("{\"ids\": [\"" + id + "\"]}").code()).isEqualTo("INVALID_STATE");
        assertThat(redrive("{\"filter\": {\"consumer\": \"nobody\"}}").code()).isEqualTo("NOTHING_TO_REDRIVE");
        assertThat(redrive("{}").status()).isEqualTo(400);
        assertThat(discard(id, "{\"reason\": \"short\"}").status()).isEqualTo(400);
        assertThat(discard(UUID.randomUUID().toString(), "{\"reason\": \"long enough reason\"}")
                        .code())
                .isEqualTo("DEAD_LETTER_NOT_FOUND");
    }

    @ParameterizedTest // one that cannot be sent must not hold up the others
    @ValueSource(strings = {"", "{{{", "no JSON", "{\"a\": \"\\u0000\"}"})
    void leavesOutWhatTheOutboxCannotTake(String data) {
        EventEnvelope good = DeadEvents.cancelled(key, 4, "");
        EventEnvelope broken =
                new EventEnvelope(DeadEvents.cancelled(key, 5, "").metadata(), data.getBytes(StandardCharsets.UTF_8));
        String id = dead(broken);
        harness.deliver("recordDeadLetter", good);
        harness.deliver("recordDeadLetter", DeadEvents.envelope("no-uuid-" + key, key, 6, ""));

        HttpReply started = redrive("{\"filter\": {\"consumer\": \"" + DeadEvents.CONSUMER + "\"}}");

        assertThat(started.status()).isEqualTo(202);
        assertThat(started.json().get("total").asInt()).isEqualTo(1);
        assertThat(redrive("{\"ids\": [\"" + id + "\"]}").code()).isEqualTo("NOT_REDRIVABLE");
        assertThat(get(id).text("state")).isEqualTo("OPEN");
    }

    @Test // edited payload is a new event caused by the old one
    void sendsACorrectedPayloadAsANewEvent() {
        EventEnvelope event = DeadEvents.cancelled(key, 4, "");
        String id = dead(event);

        HttpReply wrong = edit(id, "{\"order_id\": 5}");
        HttpReply right = edit(
                id,
                "{\"order_id\": \"" + key
                        + "\", \"reason\": \"CLIENT\", \"by\": \"x\", \"was_state\": \"CREATED\", \"at\": \"2026-11-20T08:00:00Z\"}");

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/errors").findValuesAsString("pointer")).contains("/order_id", "/reason");
        assertThat(right.text("state")).isEqualTo("DISCARDED");
        RecordedEvent sent = lastSent();
        assertThat(sent.metadata().id()).isNotEqualTo(event.metadata().id());
        assertThat(sent.metadata().causationId()).isEqualTo(event.metadata().id());
        assertThat(sent.json().get("reason").asString()).isEqualTo("CLIENT");
    }

    @Test
    void groupsAndListsByPages() {
        for (int i = 0; i < 5; i++) {
            dead(DeadEvents.cancelled(UUID.randomUUID().toString(), i, ""));
        }
        HttpReply groups =
                harness.query("groupDeadLetters").as(Principals.moderator()).send();
        HttpReply first = harness.query("listDeadLetters")
                .as(Principals.moderator())
                .query("limit", "3")
                .send();
        HttpReply second = harness.query("listDeadLetters")
                .as(Principals.moderator())
                .query("limit", "3")
                .query("cursor", first.text("next_cursor"))
                .send();

        assertThat(groups.json().at("/items/0/total").asInt()).isEqualTo(5);
        assertThat(first.json().get("items")).hasSize(3);
        assertThat(second.json().get("items")).hasSize(2);
        assertThat(second.json().has("next_cursor")).isFalse();
    }

    @Test
    void findsAndRepairsAnEventThatASubscriberLacks() {
        POSTGRES.database().execute("""
                insert into operations.subscriptions (event_type, consumer) values ('by.belparcel.dlq.message-dead.v1', 'alertOnMessageDead')
                on conflict do nothing""");
        dead(DeadEvents.cancelled(key, 4, ""));
        POSTGRES.database().execute("update eventing.outbox set created_at = created_at - interval '2 minutes'");

        HttpReply missing =
                harness.query("listMissingEvents").as(Principals.moderator()).send();
        assertThat(missing.json().get("items").size()).isPositive();
        HttpReply repaired = harness.command("repairMissingEvents")
                .as(Principals.moderator())
                .key(UUID.randomUUID().toString())
                .body("{}")
                .send();
        assertThat(repaired.json().get("sent").asInt())
                .isEqualTo(missing.json().get("items").size());
        assertThat(lastSent().metadata().targetConsumer()).isEqualTo("alertOnMessageDead");
    }

    @Test
    void chaosIsForTwoHoursAtMostAndNeverInProduction() {
        FunctionHarness production = FunctionHarness.of(
                POSTGRES.database(), new OperationsFunctions(), java.util.Map.of("ENVIRONMENT", "production"));
        String knob = "{\"relay_drop_percent\": 20}";

        assertThat(chaos(production, knob).code()).isEqualTo("FORBIDDEN");
        assertThat(chaos(harness, "{\"relay_drop_percent\": 101}").status()).isEqualTo(400);
        assertThat(chaos(harness, "{\"expires_at\": \"2099-01-01T00:00:00Z\"}").status())
                .isEqualTo(400);
        assertThat(chaos(harness, knob).json().get("relay_drop_percent").asInt())
                .isEqualTo(20);
        HttpReply now = harness.query("getChaos").as(Principals.admin()).send();
        assertThat(now.json().get("relay_drop_percent").asInt()).isEqualTo(20);
    }

    private HttpReply chaos(FunctionHarness where, String knob) {
        return where.command("changeChaos")
                .as(Principals.admin())
                .withoutKey()
                .body(knob)
                .send();
    }

    private String dead(EventEnvelope event) {
        assertThat(harness.deliver("recordDeadLetter", event).status()).isEqualTo(204);
        return POSTGRES.database()
                .text(
                        "select id from operations.dead_letters where event_id = ?",
                        event.metadata().id());
    }

    private void applied(EventEnvelope event) {
        POSTGRES.database()
                .execute(
                        """
                insert into eventing.inbox (consumer, event_source, event_id, event_type, partition_key, sequence, status, attempts)
                values (?, ?, ?, ?, ?, 4, 'PROCESSED', 1)""",
                        DeadEvents.CONSUMER,
                        event.metadata().source(),
                        event.metadata().id(),
                        DeadEvents.TYPE,
                        key);
    }

    private HttpReply get(String id) {
        return harness.query("getDeadLetter")
                .as(Principals.moderator())
                .path("id", id)
                .send();
    }

    private HttpReply progress(String id) {
        return harness.query("getRedrive")
                .as(Principals.moderator())
                .path("id", id)
                .send();
    }

    private HttpReply redrive(String body) {
        return post("startRedrive", "", body);
    }

    private HttpReply discard(String id, String body) {
        return post("discardDeadLetter", id, body);
    }

    private HttpReply edit(String id, String data) {
        return post("editDeadLetter", id, "{\"data\": " + data + ", \"reason\": \"the shop sent it wrong\"}");
    }

    private HttpReply post(String function, String id, String body) {
        var call = harness.command(function)
                .as(Principals.admin())
                .key(UUID.randomUUID().toString())
                .body(body);
        return (id.isEmpty() ? call : call.path("id", id)).send();
    }

    private RecordedEvent lastSent() {
        List<RecordedEvent> repeated =
                harness.emitted().stream().filter(e -> e.metadata().replay()).toList();
        return repeated.getLast();
    }
}
