package by.belparcel.eventing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.inbox.InboxMetrics.Delivery;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What every event function must keep. A subclass names the function and arranges a state in which its event has an effect:
 * <pre>{@code
 * class ConfirmOrderOnTicketIssuedIT extends EventHandlerContract { harness(), function(), arrange() }
 * }</pre>
 */
public abstract class EventHandlerContract {

    private static final int AT_ONCE = 6;

    protected abstract FunctionHarness harness();

    /** Name of the event function. */
    protected abstract String function();

    /** Prepares a fresh aggregate and returns an event that the function applies to it. Called once per test. */
    protected abstract DomainEvent arrange();

    /** Version of the aggregate that the event tells. */
    protected long sequence() {
        return 1;
    }

    /** Also for variants that are broken on purpose. @param ending applied to the handler's answer inside the transaction */
    protected EventRunner runner(UnaryOperator<Mono<Handled>> ending) {
        return EventRunner.withEnding(harness(), function(), ending);
    }

    private EventRunner runner() {
        return runner(UnaryOperator.identity());
    }

    private EventEnvelope arranged() {
        return TestEvents.envelope(arrange(), sequence());
    }

    private Map<String, List<String>> effects() {
        return harness().database().effects();
    }

    private long applied(EventEnvelope event) {
        return harness()
                .database()
                .number(
                        "select count(*) from eventing.inbox where consumer = ? and event_id = ?",
                        function(),
                        event.metadata().id());
    }

    private static void acknowledged(EventReply reply, Delivery... expected) {
        assertThat(reply.status()).as("status, %s", reply.cause()).isEqualTo(204);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.result()).isIn((Object[]) expected);
    }

    @Test // I1
    public void appliesAnEventOnceHoweverOftenItComes() {
        EventEnvelope event = arranged();
        Map<String, List<String>> before = effects();

        acknowledged(runner().deliver(event), Delivery.APPLIED);
        Map<String, List<String>> once = effects();
        acknowledged(runner().deliver(event), Delivery.DUPLICATE);
        acknowledged(runner().deliver(event), Delivery.DUPLICATE);

        assertThat(effects()).isEqualTo(once);
        assertThat(once).as("the event has an effect").isNotEqualTo(before);
    }

    @Test
    public void appliesAnEventOnceWhenItComesSeveralTimesAtTheSameTime() {
        EventEnvelope event = arranged();
        EventRunner runner = runner();

        List<EventReply> replies = Objects.requireNonNull(Flux.range(0, AT_ONCE)
                .flatMap(i -> runner.run(event), AT_ONCE)
                .collectList()
                .block(FunctionHarness.PATIENCE));

        replies.forEach(reply -> acknowledged(reply, Delivery.APPLIED, Delivery.DUPLICATE));
        assertThat(replies)
                .filteredOn(reply -> reply.result() == Delivery.APPLIED)
                .hasSize(1);
        Map<String, List<String>> together = effects();
        acknowledged(runner.deliver(event), Delivery.DUPLICATE);
        assertThat(effects()).isEqualTo(together);
        assertThat(harness().database().borrowedConnections()).isZero();
    }

    @Test // D15: an effect that is not committed did not happen, and the event comes again
    public void leavesNothingOfACrashBeforeTheCommitAndAppliesTheRedelivery() {
        EventEnvelope event = arranged();
        Map<String, List<String>> before = effects();
        EventRunner crashing =
                runner(handled -> handled.flatMap(done -> Mono.error(new IllegalStateException("crash"))));

        assertThat(crashing.deliver(event).status()).isEqualTo(503);
        assertThat(effects()).isEqualTo(before);
        assertThat(applied(event)).isZero();

        acknowledged(runner().deliver(event), Delivery.APPLIED);
        assertThat(effects()).isNotEqualTo(before);
    }

    @Test
    public void leavesNothingWhenItsCallerGoesAway() {
        EventEnvelope event = arranged();
        Map<String, List<String>> before = effects();
        Held held = new Held();

        held.cancelThere(runner(held::after).run(event), harness().database());

        assertThat(effects()).isEqualTo(before);
        assertThat(applied(event)).isZero();
        acknowledged(runner().deliver(event), Delivery.APPLIED);
    }

    @Test // S-164, D3
    public void refusesWhatItCannotReadForGood() {
        EventEnvelope event = arranged();
        Map<String, List<String>> before = effects();

        EventReply broken = runner().deliver(TestEvents.withData(event, "{\"".getBytes(StandardCharsets.UTF_8)));
        EventReply list = runner().deliver(TestEvents.withData(event, "[]".getBytes(StandardCharsets.UTF_8)));
        EventReply unknown = runner().deliver(TestEvents.withType(event, "by.belparcel.nobody.knows.v1"));

        assertThat(broken.status()).isEqualTo(400);
        assertThat(list.status()).isEqualTo(400);
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(text(broken)).startsWith("{\"code\":\"SCHEMA\"");
        assertThat(text(unknown)).startsWith("{\"code\":\"UNKNOWN_TYPE\"");
        assertThat(broken.body().length).isLessThan(1024);
        assertThat(effects()).isEqualTo(before);
    }

    @Test // S-164
    public void acceptsExtensionsAndFieldsThatItDoesNotKnow() {
        EventEnvelope event = TestEvents.withExtension(arranged(), "knativekafkapartition", "3");
        String data = new String(event.data(), StandardCharsets.UTF_8);
        String more = data.substring(0, data.lastIndexOf('}')) + (data.length() > 2 ? "," : "")
                + "\"a_new_field\":{\"x\":[1]}}";

        acknowledged(
                runner().deliver(TestEvents.withData(event, more.getBytes(StandardCharsets.UTF_8))), Delivery.APPLIED);
    }

    @Test // H-53, H-54
    public void tellsTheCauseOfWhatItEmits() {
        EventEnvelope event = arranged();
        int before = harness().emitted().size();
        acknowledged(runner().deliver(event), Delivery.APPLIED);

        List<RecordedEvent> all = harness().emitted();
        assertThat(all.subList(before, all.size())).allSatisfy(fact -> {
            assertThat(fact.metadata().causationId()).isEqualTo(event.metadata().id());
            assertThat(fact.metadata().correlationId())
                    .isEqualTo(event.metadata().correlationId());
            assertThat(fact.metadata().traceparent()).isEqualTo(event.metadata().traceparent());
            assertThat(fact.metadata().source()).isEqualTo("/belparcel/" + function());
        });
    }

    @Test
    public void leavesARedrivenEventOfAnotherConsumerAlone() {
        EventEnvelope event = arranged();
        Map<String, List<String>> before = effects();

        acknowledged(runner().deliver(TestEvents.redriven(event, "somebodyElse", "r1")), Delivery.IGNORED);
        assertThat(effects()).isEqualTo(before);
        assertThat(applied(event)).isZero();

        acknowledged(runner().deliver(TestEvents.redriven(event, function(), "r1")), Delivery.APPLIED);
    }

    private static String text(EventReply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
