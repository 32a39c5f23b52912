package by.belparcel.eventing.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.inbox.InboxMetrics.Delivery;
import by.belparcel.eventing.inbox.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** The contracts must be able to fail: each of these pipelines is broken in one way, and its contract says so. */
class BrokenVariantsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("parcels");

    private static final Reply INVENTED =
            new Reply.Answer(201, Map.of(), "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    @BeforeEach
    void empty() {
        POSTGRES.database()
                .execute(
                        "truncate parcels.parcels, parcels.weighings, eventing.inbox, eventing.idempotency, eventing.outbox");
    }

    private static FunctionHarness parcels() {
        return FunctionHarness.of(POSTGRES.database(), new ParcelsFunctions());
    }

    private abstract static class Weighing extends EventHandlerContract {

        @Override
        protected FunctionHarness harness() {
            return parcels();
        }

        @Override
        protected String function() {
            return "addWeightOnParcelWeighed";
        }

        @Override
        protected DomainEvent arrange() {
            return new ParcelEvent.Weighed("p1", 100, null);
        }
    }

    private abstract static class Registering extends CommandHandlerContract {

        @Override
        protected FunctionHarness harness() {
            return parcels();
        }

        @Override
        protected String function() {
            return "registerParcel";
        }

        @Override
        protected Principal caller() {
            return Principals.shop("s1");
        }

        @Override
        protected Object body() {
            return Map.of("shop_id", "s1", "weight", 10);
        }

        @Override
        protected Object otherBody() {
            return Map.of("shop_id", "s1", "weight", 11);
        }
    }

    /** M1: every delivery has an id of its own for the inbox. */
    private static final class WithoutInbox extends Weighing {

        @Override
        protected EventRunner runner(UnaryOperator<Mono<Handled>> ending) {
            EventRunner real = super.runner(ending);
            return event -> real.run(TestEvents.envelope(arrange(), 1));
        }
    }

    /** M5: acknowledges, then commits. */
    private static final class AckBeforeCommit extends Weighing {

        @Override
        protected EventRunner runner(UnaryOperator<Mono<Handled>> ending) {
            EventRunner real = super.runner(ending);
            return event -> Mono.fromSupplier(() -> {
                real.run(event).subscribe();
                return new EventReply(204, new byte[0], Delivery.APPLIED, null);
            });
        }
    }

    /** D15: the inbox row is committed before the effect. */
    private static final class MarkBeforeWork extends Weighing {

        @Override
        protected EventRunner runner(UnaryOperator<Mono<Handled>> ending) {
            EventRunner real = super.runner(ending);
            return event -> {
                int marked = POSTGRES.database()
                        .execute(
                                "insert into eventing.inbox (consumer, event_source, event_id, event_type, partition_key, sequence, status, attempts)"
                                        + " values ('marker', '', ?, '', '', 0, 'PROCESSED', 1) on conflict do nothing",
                                event.metadata().id());
                return marked == 1
                        ? real.run(event)
                        : Mono.just(new EventReply(204, new byte[0], Delivery.DUPLICATE, null));
            };
        }
    }

    /** M6: does not look at keys. */
    private static final class WithoutKeys extends Registering {

        @Override
        protected CommandRunner runner(FunctionSpec.Command<?, ?> spec, CommandRunner.Ending ending) {
            return super.runner(
                    FunctionSpec.with(spec, Duration.ZERO, spec.route().bodyLimit(), spec.body()), ending);
        }
    }

    /** M7: the key is committed before the effect. */
    private static final class KeyBeforeEffect extends Registering {

        @Override
        protected CommandRunner runner(FunctionSpec.Command<?, ?> spec, CommandRunner.Ending ending) {
            CommandRunner real = new WithoutKeys().runner(spec, ending);
            return request -> Mono.defer(() -> {
                int fresh = POSTGRES.database()
                        .execute(
                                "insert into eventing.idempotency (scope, key, fingerprint, status, body, expires_at)"
                                        + " values ('', ?, '', 201, '', now() + interval '1 day') on conflict do nothing",
                                request.idempotencyKeys().getFirst());
                return fresh == 1 ? real.run(request) : Mono.just(INVENTED);
            });
        }
    }

    @Test // M1
    void findsAMissingInbox() {
        assertThatThrownBy(() -> new WithoutInbox().appliesAnEventOnceHoweverOftenItComes())
                .isInstanceOf(AssertionError.class);
    }

    @Test // M5
    void findsAnAcknowledgementBeforeTheCommit() {
        assertThatThrownBy(() -> new AckBeforeCommit().leavesNothingOfACrashBeforeTheCommitAndAppliesTheRedelivery())
                .isInstanceOf(AssertionError.class);
    }

    @Test // D15
    void findsAMarkBeforeTheWork() {
        assertThatThrownBy(() -> new MarkBeforeWork().leavesNothingOfACrashBeforeTheCommitAndAppliesTheRedelivery())
                .isInstanceOf(AssertionError.class);
    }

    @Test // M6
    void findsAMissingIdempotencyCheck() {
        assertThatThrownBy(() -> new WithoutKeys().answersTheSameKeyWithTheSameBytesAndOneEffect())
                .isInstanceOf(AssertionError.class);
    }

    @Test // M7
    void findsAKeyThatIsCommittedBeforeItsEffect() {
        assertThatThrownBy(() -> new KeyBeforeEffect().leavesNothingOfACrashBeforeTheCommitAndExecutesTheRetry())
                .isInstanceOf(AssertionError.class);
    }
}
