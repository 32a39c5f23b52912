package by.belparcel.carriers.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** {@code POST /carrier/shifts/end}; not with a trip on the road. */
public final class EndShiftHandler implements CommandHandler<EndShift, DutyView> {

    private final DutyBook duty;
    private final ShiftEnding ending;

    public EndShiftHandler(DutyBook duty, ShiftEnding ending) {
        this.duty = duty;
        this.ending = ending;
    }

    @Override
    public Mono<Outcome<DutyView>> handle(EndShift command, CommandContext context) {
        return duty.own(context, driver -> {
            Optional<Rejection> refusal = duty.rules().endRefusal(driver);
            if (refusal.isPresent()) {
                return duty.refuse(refusal.get());
            }
            String shift = Objects.requireNonNull(driver.shift()).id();
            return ending.end(context.tx(), context, driver, context.now(), context.now())
                    .delayUntil(ended -> context.timers().cancel(ShiftEnding.TIMER, shift))
                    .map(ended -> Outcome.ok(duty.view(ended, context.now()), ended.version()));
        });
    }
}
