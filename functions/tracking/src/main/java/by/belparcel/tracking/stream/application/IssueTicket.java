package by.belparcel.tracking.stream.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.Outcome;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** {@code POST /locations/ws-ticket}: a ticket for one live connection of the caller. */
public final class IssueTicket implements CommandHandler<IssueTicket.Wanted, IssueTicket.TicketView> {

    /** Nothing to say: who asks stands in the token. */
    public record Wanted() {

        public static Wanted read(Input body, RequestParameters parameters) {
            return new Wanted();
        }
    }

    /** @param expiresIn seconds */
    public record TicketView(String ticket, long expiresIn) {}

    private final Tickets tickets;
    private final Duration life;

    public IssueTicket(Tickets tickets, Duration life) {
        this.tickets = tickets;
        this.life = life;
    }

    @Override
    public Mono<Outcome<TicketView>> handle(Wanted wanted, CommandContext context) {
        return tickets.issue(context.tx(), context.principal(), life)
                .map(ticket -> Outcome.ok(new TicketView(ticket, life.toSeconds())));
    }
}
