package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The tickets that are locked after wrong codes at a point: {@code GET /pvz/v1/pickup/locked}, the longest lock first. */
public final class ListLockedTickets implements QueryHandler<LockedTickets.LockedPage> {

    public static final Set<String> PARAMETERS = Set.of("page", "limit", "pvz_id");

    private static final int MOST = 100;
    private static final int USUAL = 20;
    private static final int LAST_PAGE = 1_000_000;

    private final LockedTickets tickets;

    public ListLockedTickets(LockedTickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public Mono<Outcome<LockedTickets.LockedPage>> handle(QueryContext context) {
        List<FieldError> problems = new ArrayList<>();
        int page = number(context, "page", 1, LAST_PAGE, problems);
        int limit = number(context, "limit", USUAL, MOST, problems);
        if (!problems.isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.invalid(problems)));
        }
        Counter counter = Counter.of(context.parameters().query("pvz_id").orElse(null), context.principal(), context);
        if (counter.refusal() != null) {
            return Mono.just(Outcome.refused(counter.refusal()));
        }
        return tickets.page(context.tx(), counter.pvzId(), page, limit).map(Outcome::ok);
    }

    private static int number(QueryContext context, String name, int usual, int most, List<FieldError> problems) {
        String text = context.parameters().query(name).orElse(Integer.toString(usual));
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        problems.add(new FieldError("/" + name, "RANGE", "must be from 1 to " + most, "1.." + most, text));
        return usual;
    }
}
