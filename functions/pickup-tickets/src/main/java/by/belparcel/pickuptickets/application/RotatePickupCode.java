package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.pickuptickets.model.PickupCodes;
import reactor.core.publisher.Mono;

/** Gives the client a new code: {@code POST /orders/{id}/pickup-code/rotate}. The answer never holds it. */
public final class RotatePickupCode implements CommandHandler<NoBody, TicketView> {

    private final TicketCommands commands;

    public RotatePickupCode(TicketStore store, PickupCodes codes) {
        this.commands = new TicketCommands(store, codes);
    }

    @Override
    public Mono<Outcome<TicketView>> handle(NoBody command, CommandContext context) {
        return commands.recode(context, (ticket, codes) -> ticket.rotate(codes, context.now()));
    }
}
