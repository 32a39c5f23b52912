package by.belparcel.eventing.inbox;

import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.inbox.Idempotency.Entered;
import by.belparcel.eventing.inbox.InboxMetrics.Key;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.eventing.store.Faults;
import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;

/**
 * Runs one command function: key, effect, emitted facts and the stored answer in one transaction (ADR 0001). A refusal leaves
 * nothing, so its key can be used again; a technical error is an error signal and leaves nothing either.
 */
public final class CommandPipeline<C, R> {

    private static final Map<String, String> RETRY_SOON = Map.of("Retry-After", "1");
    private static final Map<String, String> KEY_MANUAL =
            Map.of("Link", "<https://belparcel.by/problems/IDEMPOTENCY_KEY_REQUIRED>; rel=\"describedby\"");

    private final Machinery machinery;
    private final FunctionSpec.Command<C, R> spec;
    private final CommandHandler<C, R> handler;
    private final boolean keyed;

    public CommandPipeline(Machinery machinery, FunctionSpec.Command<C, R> spec, CommandHandler<C, R> handler) {
        this.machinery = machinery;
        this.spec = spec;
        this.handler = handler;
        this.keyed = spec.keyLife().isPositive();
    }

    public Mono<Reply> run(CommandRequest request) {
        IdempotencyKey key = keyed ? IdempotencyKey.parse(request.idempotencyKeys()) : new IdempotencyKey.Present("-");
        return switch (key) {
            case IdempotencyKey.Refused(Rejection rejection) -> Mono.just(new Reply.Refusal(rejection, KEY_MANUAL));
            case IdempotencyKey.Present(String value) ->
                switch (CommandBody.read(spec, request)) {
                    case CommandBody.Refused<C>(Rejection rejection) ->
                        Mono.just(new Reply.Refusal(rejection, Map.of()));
                    case CommandBody.Read<C>(C command, JsonNode body) -> execute(request, value, command, body);
                };
        };
    }

    private Mono<Reply> execute(CommandRequest request, String key, C command, JsonNode body) {
        Call<C> call = new Call<>(request, keyed ? id(request, key) : null, fingerprint(request, body), command);
        return machinery
                .database()
                .inTransaction(tx -> attempt(tx, call), CommandPipeline::commits)
                .retryWhen(DatabaseFailures.rerun())
                .retryWhen(Retry.max(2).filter(TakenMeanwhile.class::isInstance))
                .map(this::finished);
    }

    /** One request that may be executed. @param id absent when the command needs no key */
    private record Call<C>(CommandRequest request, Idempotency.@Nullable Id id, String fingerprint, C command) {}

    /** What a transaction came to. */
    private record Attempt(
            Reply reply,
            boolean commits,
            boolean emitted,
            @Nullable Key key) {

        static Attempt refused(Rejection rejection, Map<String, String> headers, @Nullable Key key) {
            return new Attempt(new Reply.Refusal(rejection, headers), false, false, key);
        }
    }

    /** The record of this key was committed by somebody else although we hold its lock: run again and find it. */
    private static final class TakenMeanwhile extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private String fingerprint(CommandRequest request, JsonNode body) {
        return keyed ? Fingerprint.of(spec.route().method(), request.path(), body) : "";
    }

    private Idempotency.Id id(CommandRequest request, String key) {
        String scope = request.principal().subject()
                + '\n'
                + spec.route().method()
                + '\n'
                + spec.route().path();
        return new Idempotency.Id(scope, key);
    }

    private static boolean commits(Attempt attempt) {
        if (attempt.commits()) {
            Faults.reach("C6");
        }
        return attempt.commits();
    }

    private Mono<Attempt> attempt(Transaction tx, Call<C> call) {
        Faults.reach("C2");
        return Idempotency.enter(tx, call.id(), call.request().principal().tokenId())
                .flatMap(entered -> {
                    Faults.reach("C3");
                    return known(entered, call).map(Mono::just).orElseGet(() -> handle(tx, call, entered.now()));
                });
    }

    private Optional<Attempt> known(Entered entered, Call<C> call) {
        if (entered.revoked()) {
            return Optional.of(Attempt.refused(
                    Rejection.of(Rejection.Kind.UNAUTHENTICATED, "TOKEN_REVOKED", "The token was revoked."),
                    Map.of(),
                    null));
        }
        if (entered.stored().isPresent()) {
            Idempotency.Stored stored = entered.stored().get();
            return Optional.of(
                    stored.fingerprint().equals(call.fingerprint())
                            ? new Attempt(stored.answer(), false, false, Key.REPLAYED)
                            : Attempt.refused(
                                    Rejection.rule("IDEMPOTENCY_KEY_REUSED", "This key was used for another request."),
                                    Map.of(),
                                    Key.MISMATCH));
        }
        return entered.locked() ? Optional.empty() : Optional.of(inProgress());
    }

    private static Attempt inProgress() {
        return Attempt.refused(
                Rejection.of(
                        Rejection.Kind.CONFLICT,
                        "IDEMPOTENCY_IN_PROGRESS",
                        "The first request with this key is still running."),
                RETRY_SOON,
                Key.IN_PROGRESS);
    }

    private Mono<Attempt> handle(Transaction tx, Call<C> call, Instant now) {
        CommandRequest request = call.request();
        Facts facts = new Facts(new Facts.Cause(
                spec.name(),
                request.correlationId(),
                request.correlationId(),
                request.principal().actor(),
                request.trace()));
        SqlCommandContext context = new SqlCommandContext(request, tx, now, machinery.ids(), facts);
        return Mono.defer(() -> handler.handle(call.command(), context))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(spec.name() + " answered nothing")))
                .flatMap(outcome -> {
                    Faults.reach("C4");
                    return switch (outcome) {
                        case Outcome.Refused<R>(Rejection rejection, boolean keep)
                        when !keep -> Mono.just(Attempt.refused(rejection, Map.of(), null));
                        default -> keep(tx, call, facts, now, Reply.of(outcome));
                    };
                });
    }

    private Mono<Attempt> keep(Transaction tx, Call<C> call, Facts facts, Instant now, Reply reply) {
        Attempt done =
                new Attempt(reply, true, !facts.isEmpty(), reply instanceof Reply.Answer && keyed ? Key.NEW : null);
        return facts.append(tx, machinery.outbox(), machinery.ids(), now, "C5")
                .then(Mono.defer(() -> store(tx, call, reply)))
                .thenReturn(done);
    }

    private Mono<Void> store(Transaction tx, Call<C> call, Reply reply) {
        if (call.id() == null || !(reply instanceof Reply.Answer answer)) {
            return Mono.empty();
        }
        return Idempotency.store(tx, call.id(), call.fingerprint(), answer, spec.keyLife())
                .flatMap(stored -> stored ? Mono.empty() : Mono.error(new TakenMeanwhile()));
    }

    private Reply finished(Attempt attempt) {
        Faults.reach("C7");
        if (attempt.key() != null) {
            machinery.metrics().key(spec.name(), attempt.key());
        }
        if (attempt.emitted()) {
            machinery.outbox().committed();
        }
        return attempt.reply();
    }
}
