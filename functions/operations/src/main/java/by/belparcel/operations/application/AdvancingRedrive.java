package by.belparcel.operations.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import by.belparcel.operations.model.RedrivePlan;
import reactor.core.publisher.Mono;

/** Looks at a running redrive when its timer fires: sends more, waits, stops or completes it. */
public final class AdvancingRedrive implements EventHandler<PlatformEvent.TimerFired> {

    private final Redrives redrives;
    private final RedriveSteps steps;

    public AdvancingRedrive(Redrives redrives, RedriveSteps steps) {
        this.redrives = redrives;
        this.steps = steps;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.TimerFired timer, EventContext context) {
        return redrives.progress(context.tx(), timer.subject())
                .filter(progress -> progress.state().equals("RUNNING"))
                .flatMap(progress -> steps.advance(
                                timer.subject(), context.newId(), context.tx(), context, context.timers())
                        .flatMap(step -> finish(timer.subject(), step, context)))
                .switchIfEmpty(Handled.ignored(Handled.Reason.STATE));
    }

    private Mono<Handled> finish(String id, RedrivePlan.Step step, EventContext context) {
        String state = switch (step) {
            case RedrivePlan.Step.Complete complete -> "COMPLETED";
            case RedrivePlan.Step.Stop stop -> "STOPPED";
            default -> "";
        };
        if (state.isEmpty()) {
            return Handled.applied();
        }
        return redrives.finish(context.tx(), id, state, context.now())
                .then(Mono.defer(() -> redrives.progress(context.tx(), id)))
                .flatMap(end -> {
                    context.emit(
                            new PlatformEvent.RedriveCompleted(id, end.resolved(), end.failed(), context.now()), 2);
                    return Handled.applied();
                });
    }
}
