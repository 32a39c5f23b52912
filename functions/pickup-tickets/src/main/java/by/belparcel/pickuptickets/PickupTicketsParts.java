package by.belparcel.pickuptickets;

import by.belparcel.eventing.handling.Services;
import by.belparcel.eventing.handling.Settings;
import by.belparcel.kernel.VerificationTokens;
import by.belparcel.pickuptickets.adapter.NameRows;
import by.belparcel.pickuptickets.adapter.ParcelRows;
import by.belparcel.pickuptickets.adapter.TerminalRows;
import by.belparcel.pickuptickets.adapter.TicketRows;
import by.belparcel.pickuptickets.application.RevokePickupTicketOnOrderLost;
import by.belparcel.pickuptickets.application.TicketFollowing;
import by.belparcel.pickuptickets.application.VerifyPickup;
import by.belparcel.pickuptickets.model.PickupCodes;
import by.belparcel.pickuptickets.model.QrTokens;
import by.belparcel.pickuptickets.model.Secrets;
import by.belparcel.pickuptickets.model.TerminalPolicy;
import by.belparcel.pickuptickets.model.TicketPolicy;
import java.time.Duration;

/** Puts handlers together from the settings of a process. */
final class PickupTicketsParts {

    static final ParcelRows PARCELS = new ParcelRows();
    static final NameRows NAMES = new NameRows();

    private PickupTicketsParts() {}

    static TicketRows rows(Services services) {
        Settings settings = services.settings();
        TicketPolicy usual = TicketPolicy.DEFAULT;
        return new TicketRows(new TicketPolicy(
                Math.toIntExact(settings.number("belparcel.pickup.wrong-codes", usual.wrongCodes())),
                settings.duration("belparcel.pickup.lock", usual.lock()),
                Math.toIntExact(settings.number("belparcel.pickup.rotations-per-day", usual.rotations())),
                Math.toIntExact(settings.number("belparcel.pickup.resends-per-day", usual.resends()))));
    }

    static PickupCodes codes(Services services) {
        return new PickupCodes(secrets(services));
    }

    static QrTokens qrTokens(Services services) {
        return new QrTokens(
                secrets(services), services.settings().duration("belparcel.pickup.qr-life", Duration.ofSeconds(60)));
    }

    static TicketFollowing following(Services services) {
        return new TicketFollowing(rows(services), PARCELS, codes(services));
    }

    static RevokePickupTicketOnOrderLost lost(Services services) {
        return new RevokePickupTicketOnOrderLost(rows(services));
    }

    static VerifyPickup verifying(Services services) {
        Settings settings = services.settings();
        TerminalPolicy policy = terminals(settings);
        return new VerifyPickup(
                rows(services),
                new TerminalRows(policy),
                NAMES,
                NAMES,
                new VerifyPickup.Proofs(
                        codes(services),
                        qrTokens(services),
                        new VerificationTokens(settings.required("belparcel.pickup.verification-key")),
                        settings.duration("belparcel.pickup.verification-life", Duration.ofMinutes(10)),
                        policy),
                services.meter());
    }

    private static TerminalPolicy terminals(Settings settings) {
        TerminalPolicy usual = TerminalPolicy.DEFAULT;
        return new TerminalPolicy(
                Math.toIntExact(settings.number("belparcel.pickup.terminal-wrong-codes", usual.wrongCodes())),
                settings.duration("belparcel.pickup.terminal-window", usual.wrongWindow()),
                Math.toIntExact(settings.number("belparcel.pickup.terminal-searches", usual.searches())),
                settings.duration("belparcel.pickup.terminal-search-window", usual.searchWindow()));
    }

    private static Secrets secrets(Services services) {
        return new Secrets(services.settings().required("belparcel.pickup.code-key"));
    }
}
