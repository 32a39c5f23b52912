package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.PhoneNumber;
import by.belparcel.pickuptickets.model.Delegate;
import by.belparcel.pickuptickets.model.PickupCodes;
import java.util.Optional;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;

/** The client names one other person who may collect: {@code PUT /orders/{id}/delegate}. */
public final class DelegatePickup implements CommandHandler<DelegatePickup.Person, TicketView> {

    private static final Pattern NAME = Pattern.compile("[\\p{L} '’.-]{1,100}");

    private final TicketCommands commands;
    private final PickupCodes codes;

    public DelegatePickup(TicketStore store, PickupCodes codes) {
        this.commands = new TicketCommands(store, codes);
        this.codes = codes;
    }

    /** @param phone E.164, already checked */
    public record Person(String name, String phone) {

        public static Person read(Input body, RequestParameters parameters) {
            String name = body.matching("name", NAME, "NAME", "must have 1 to 100 letters");
            String phone = body.text("phone", 1, 20);
            if (!phone.isEmpty() && PhoneNumber.parse(phone).isEmpty()) {
                body.reject("phone", "INVALID_PHONE", "must be a phone number such as +375291234567", null, null);
            }
            return new Person(name, phone);
        }

        @Override
        public String toString() {
            return "Person";
        }
    }

    @Override
    public Mono<Outcome<TicketView>> handle(Person person, CommandContext context) {
        Optional<String> own = Optional.ofNullable(context.principal().claim("phone"));
        if (own.filter(person.phone()::equals).isPresent()) {
            return Mono.just(Outcome.refused(
                    Rejection.invalid(FieldError.of("/phone", "OWN_PHONE", "must be the phone of another person"))));
        }
        Delegate delegate = new Delegate(person.name(), codes.phoneHash(person.phone()));
        return commands.change(context, ticket -> ticket.delegateTo(delegate));
    }
}
