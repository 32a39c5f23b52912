package by.belparcel.pickuptickets;

import static by.belparcel.eventing.handling.FunctionSpec.command;
import static by.belparcel.eventing.handling.FunctionSpec.on;
import static by.belparcel.eventing.handling.FunctionSpec.query;

import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.eventing.handling.Services;
import by.belparcel.eventing.handling.Settings;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.PaymentEvent;
import by.belparcel.pickuptickets.adapter.QrSvg;
import by.belparcel.pickuptickets.adapter.TicketDeskRows;
import by.belparcel.pickuptickets.adapter.TicketRows;
import by.belparcel.pickuptickets.application.DelegatePickup;
import by.belparcel.pickuptickets.application.GetPickupCode;
import by.belparcel.pickuptickets.application.GetPickupTicket;
import by.belparcel.pickuptickets.application.IssuePickupTicketOnPaymentAuthorized;
import by.belparcel.pickuptickets.application.NoBody;
import by.belparcel.pickuptickets.application.ResendPickupCode;
import by.belparcel.pickuptickets.application.RevokePickupTicketOnOrderCancelled;
import by.belparcel.pickuptickets.application.RevokePickupTicketOnPaymentVoided;
import by.belparcel.pickuptickets.application.RotatePickupCode;
import by.belparcel.pickuptickets.model.PickupCodes;
import by.belparcel.pickuptickets.model.QrTokens;
import by.belparcel.pickuptickets.model.Secrets;
import by.belparcel.pickuptickets.model.TicketPolicy;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The one list of routes and handlers of pickup tickets. */
public final class PickupTicketsFunctions implements FunctionModule {

    private static final Duration KEY_LIFE = Duration.ofHours(24);

    @Override
    public String name() {
        return "pickup-tickets";
    }

    @Override
    public List<FunctionSpec> functions() {
        return List.of(
                on(
                        "issuePickupTicketOnPaymentAuthorized",
                        PaymentEvent.Authorized.TYPE,
                        s -> new IssuePickupTicketOnPaymentAuthorized(
                                new TicketDeskRows(), new SecureRandom()::nextLong)),
                on(
                        "revokePickupTicketOnOrderCancelled",
                        OrderEvent.Cancelled.TYPE,
                        s -> new RevokePickupTicketOnOrderCancelled(new TicketDeskRows(), rows(s))),
                on(
                        "revokePickupTicketOnPaymentVoided",
                        PaymentEvent.Voided.TYPE,
                        s -> new RevokePickupTicketOnPaymentVoided(rows(s))),
                query(
                        "getPickupTicket",
                        "/orders/{id}/pickup-ticket",
                        "pickup_ticket.read",
                        Set.of(),
                        s -> new GetPickupTicket(rows(s))),
                query(
                        "getPickupCode",
                        "/orders/{id}/pickup-code",
                        "pickup_code.read",
                        Set.of(),
                        s -> new GetPickupCode(rows(s), codes(s), qrTokens(s), QrSvg::of, rows(s))),
                FunctionSpec.with(
                        command(
                                "rotatePickupCode",
                                "POST",
                                "/orders/{id}/pickup-code/rotate",
                                "pickup_code.rotate",
                                (body, parameters) -> new NoBody(),
                                s -> new RotatePickupCode(rows(s), codes(s))),
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
                                s -> new ResendPickupCode(rows(s), codes(s))),
                        KEY_LIFE,
                        HttpRoute.KIB_64,
                        false),
                command(
                        "delegatePickup",
                        "PUT",
                        "/orders/{id}/delegate",
                        "pickup_ticket.delegate",
                        DelegatePickup.Person::read,
                        s -> new DelegatePickup(rows(s), codes(s))));
    }

    private static TicketRows rows(Services services) {
        Settings settings = services.settings();
        TicketPolicy usual = TicketPolicy.DEFAULT;
        return new TicketRows(new TicketPolicy(
                Math.toIntExact(settings.number("belparcel.pickup.wrong-codes", usual.wrongCodes())),
                settings.duration("belparcel.pickup.lock", usual.lock()),
                Math.toIntExact(settings.number("belparcel.pickup.rotations-per-day", usual.rotations())),
                Math.toIntExact(settings.number("belparcel.pickup.resends-per-day", usual.resends()))));
    }

    private static PickupCodes codes(Services services) {
        return new PickupCodes(secrets(services));
    }

    private static QrTokens qrTokens(Services services) {
        return new QrTokens(
                secrets(services), services.settings().duration("belparcel.pickup.qr-life", Duration.ofSeconds(60)));
    }

    private static Secrets secrets(Services services) {
        return new Secrets(services.settings().required("belparcel.pickup.code-key"));
    }
}
