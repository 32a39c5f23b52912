package by.belparcel.app;

import by.belparcel.alerts.AlertsFunctions;
import by.belparcel.apidocs.ApiDocsFunctions;
import by.belparcel.auditlog.AuditLogFunctions;
import by.belparcel.batching.BatchingFunctions;
import by.belparcel.carriers.CarriersFunctions;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.identity.IdentityFunctions;
import by.belparcel.operations.OperationsFunctions;
import by.belparcel.orders.OrdersFunctions;
import by.belparcel.payments.PaymentsFunctions;
import by.belparcel.pickuppoints.PickupPointsFunctions;
import by.belparcel.pickuptickets.PickupTicketsFunctions;
import by.belparcel.pricing.PricingFunctions;
import by.belparcel.references.ReferencesFunctions;
import by.belparcel.tracking.TrackingFunctions;
import by.belparcel.tracking.stream.TrackingStreamFunctions;
import by.belparcel.trips.TripsFunctions;
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
                new CarriersFunctions(),
                new BatchingFunctions(),
                new TripsFunctions(),
                new TrackingFunctions(),
                new TrackingStreamFunctions(),
                new PickupPointsFunctions(),
                new AlertsFunctions(),
                new AuditLogFunctions(),
                new ApiDocsFunctions(),
                new OperationsFunctions());
    }
}
