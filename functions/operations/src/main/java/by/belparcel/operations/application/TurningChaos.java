package by.belparcel.operations.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.PlatformEvent;
import by.belparcel.operations.model.ChaosSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Turns the chaos knob for at most two hours; impossible in production. */
public final class TurningChaos implements CommandHandler<ChaosSettings, ChaosSettings> {

    private static final Duration LONGEST = Duration.ofHours(2);
    private static final int MAX_DELAY_MS = 30_000;

    private final ChaosSwitch knob;
    private final boolean production;

    public TurningChaos(ChaosSwitch knob, boolean production) {
        this.knob = knob;
        this.production = production;
    }

    public static ChaosSettings read(Input body, RequestParameters parameters) {
        return new ChaosSettings(
                percent(body, "relay_drop_percent"),
                percent(body, "consumer_fail_percent"),
                percent(body, "duplicate_percent"),
                body.optionalInteger("delay_ms", 0, MAX_DELAY_MS).orElse(0L).intValue(),
                body.optionalInstant("expires_at").orElse(null));
    }

    private static int percent(Input body, String name) {
        return body.optionalInteger(name, 0, 100).orElse(0L).intValue();
    }

    @Override
    public Mono<Outcome<ChaosSettings>> handle(ChaosSettings wanted, CommandContext context) {
        if (production) {
            return Mono.just(Outcome.refused(Rejection.forbidden("There is no chaos knob in production.")));
        }
        Instant limit = context.now().plus(LONGEST);
        Instant until = wanted.expiresAt() == null ? limit : wanted.expiresAt();
        if (until.isAfter(limit) || until.isBefore(context.now())) {
            return Mono.just(Outcome.refused(Rejection.invalid(new FieldError(
                    "/expires_at", "RANGE", "must be within the next two hours", limit.toString(), until.toString()))));
        }
        ChaosSettings settings = new ChaosSettings(
                wanted.relayDropPercent(),
                wanted.consumerFailPercent(),
                wanted.duplicatePercent(),
                wanted.delayMs(),
                until);
        return knob.turn(context.tx(), settings).then(Mono.fromSupplier(() -> {
            context.emit(fact(settings, context), 0);
            return Outcome.ok(settings);
        }));
    }

    private static PlatformEvent.ChaosChanged fact(ChaosSettings s, CommandContext context) {
        return new PlatformEvent.ChaosChanged(
                "drainOutbox",
                Map.of(
                        "relay_drop_percent", s.relayDropPercent(),
                        "consumer_fail_percent", s.consumerFailPercent(),
                        "duplicate_percent", s.duplicatePercent(),
                        "delay_ms", s.delayMs()),
                s.expiresAt(),
                context.principal().actor(),
                context.now());
    }
}
