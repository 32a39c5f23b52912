package by.belparcel.app;

import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.identity.IdentityFunctions;
import by.belparcel.operations.OperationsFunctions;
import by.belparcel.orders.OrdersFunctions;
import by.belparcel.payments.PaymentsFunctions;
import by.belparcel.pickuptickets.PickupTicketsFunctions;
import by.belparcel.pricing.PricingFunctions;
import by.belparcel.references.ReferencesFunctions;
import java.util.List;

/** All bounded contexts of the deployable. */
public final class Contexts {

    private Contexts() {}

    public static List<FunctionModule> all() {
        return List.of(
                new IdentityFunctions(),
                new ReferencesFunctions(),
                new PricingFunctions(),
                new OrdersFunctions(),
                new PaymentsFunctions(),
                new PickupTicketsFunctions(),
                new OperationsFunctions());
    }
}
