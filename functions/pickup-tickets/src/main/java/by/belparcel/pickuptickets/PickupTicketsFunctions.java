package by.belparcel.pickuptickets;

import static by.belparcel.eventing.handling.FunctionSpec.command;
import static by.belparcel.eventing.handling.FunctionSpec.on;
import static by.belparcel.eventing.handling.FunctionSpec.query;

import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.PaymentEvent;
import by.belparcel.pickuptickets.adapter.QrSvg;
import by.belparcel.pickuptickets.adapter.TicketDeskRows;
import by.belparcel.pickuptickets.application.DelegatePickup;
import by.belparcel.pickuptickets.application.GetPickupCode;
import by.belparcel.pickuptickets.application.GetPickupTicket;
import by.belparcel.pickuptickets.application.IssuePickupTicketOnPaymentAuthorized;
import by.belparcel.pickuptickets.application.NoBody;
import by.belparcel.pickuptickets.application.ResendPickupCode;
import by.belparcel.pickuptickets.application.RevokePickupTicketOnOrderCancelled;
import by.belparcel.pickuptickets.application.RevokePickupTicketOnPaymentVoided;
import by.belparcel.pickuptickets.application.RotatePickupCode;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The one list of routes and handlers of pickup tickets. */
public final class PickupTicketsFunctions implements FunctionModule {

    private static final Duration KEY_LIFE = Duration.ofHours(24);

    @Override
    public String name() {
        return "pickup-tickets";
    }

    @Override
    public List<FunctionSpec> functions() {
        return Stream.of(own(), CounterFunctions.routes(), CounterFunctions.reactions())
                .flatMap(List::stream)
                .toList();
    }

    private static List<FunctionSpec> own() {
        return List.of(
                on(
                        "issuePickupTicketOnPaymentAuthorized",
                        PaymentEvent.Authorized.TYPE,
                        s -> new IssuePickupTicketOnPaymentAuthorized(
                                new TicketDeskRows(), new SecureRandom()::nextLong)),
                on(
                        "revokePickupTicketOnOrderCancelled",
                        OrderEvent.Cancelled.TYPE,
                        s -> new RevokePickupTicketOnOrderCancelled(new TicketDeskRows(), PickupTicketsParts.rows(s))),
                on(
                        "revokePickupTicketOnPaymentVoided",
                        PaymentEvent.Voided.TYPE,
                        s -> new RevokePickupTicketOnPaymentVoided(PickupTicketsParts.rows(s))),
                query(
                        "getPickupTicket",
                        "/orders/{id}/pickup-ticket",
                        "pickup_ticket.read",
                        Set.of(),
                        s -> new GetPickupTicket(PickupTicketsParts.rows(s))),
                query(
                        "getPickupCode",
                        "/orders/{id}/pickup-code",
                        "pickup_code.read",
                        Set.of(),
                        s -> new GetPickupCode(
                                PickupTicketsParts.rows(s),
                                PickupTicketsParts.codes(s),
                                PickupTicketsParts.qrTokens(s),
                                QrSvg::of,
                                PickupTicketsParts.rows(s))),
                FunctionSpec.with(
                        command(
                                "rotatePickupCode",
                                "POST",
                                "/orders/{id}/pickup-code/rotate",
                                "pickup_code.rotate",
                                (body, parameters) -> new NoBody(),
                                s -> new RotatePickupCode(PickupTicketsParts.rows(s), PickupTicketsParts.codes(s))),
                        KEY_LIFE,
                        HttpRoute.KIB_64,
                        false),
                FunctionSpec.with(
                        command(
                                "resendPickupCode",
                                "POST",
                                "/orders/{id}/pickup-code/resend",
                                "pickup_code.resend",
                                (body, parameters) -> new NoBody(),
                                s -> new ResendPickupCode(PickupTicketsParts.rows(s), PickupTicketsParts.codes(s))),
                        KEY_LIFE,
                        HttpRoute.KIB_64,
                        false),
                command(
                        "delegatePickup",
                        "PUT",
                        "/orders/{id}/delegate",
                        "pickup_ticket.delegate",
                        DelegatePickup.Person::read,
                        s -> new DelegatePickup(PickupTicketsParts.rows(s), PickupTicketsParts.codes(s))));
    }
}
