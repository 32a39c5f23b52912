package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.pickuptickets.model.PickupCodes;
import reactor.core.publisher.Mono;

/** Has a new code sent to the client on an operator's request: {@code POST /orders/{id}/pickup-code/resend}. */
public final class ResendPickupCode implements CommandHandler<NoBody, TicketView> {

    private final TicketCommands commands;

    public ResendPickupCode(TicketStore store, PickupCodes codes) {
        this.commands = new TicketCommands(store, codes);
    }

    @Override
    public Mono<Outcome<TicketView>> handle(NoBody command, CommandContext context) {
        return commands.recode(context, (ticket, codes) -> ticket.resend(codes, context.now()));
    }
}
