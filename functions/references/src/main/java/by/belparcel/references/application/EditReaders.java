package by.belparcel.references.application;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.Input;
import by.belparcel.references.model.PickupPoint;
import by.belparcel.references.model.PvzStatus;
import by.belparcel.references.model.Reference;
import by.belparcel.references.model.Shop;
import by.belparcel.references.model.Warehouse;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Read the bodies of {@code PUT /references/{kind}/{id}} (domain delivery.md section 1). */
public final class EditReaders {

    private static final Pattern LOCALE = Pattern.compile("ru|be|en");

    private EditReaders() {}

    public static CommandReader<EditReference<Warehouse>> warehouse() {
        return (body, parameters) -> {
            Optional<Boolean> active = flag(body, "is_active");
            return edit(body, (Warehouse w) -> w.withActive(active.orElse(w.active())));
        };
    }

    public static CommandReader<EditReference<Shop>> shop() {
        return (body, parameters) -> {
            Optional<Boolean> active = flag(body, "is_active");
            Optional<String> locale = body.optionalMatching("locale", LOCALE, "ENUM", "must be ru, be or en");
            return edit(
                    body,
                    (Shop s) -> new Shop(
                            s.id(),
                            s.code(),
                            s.name(),
                            locale.orElse(s.locale()),
                            active.orElse(s.active()),
                            s.version()));
        };
    }

    public static CommandReader<EditReference<PickupPoint>> pickupPoint() {
        return (body, parameters) -> {
            Optional<Boolean> hub = flag(body, "is_hub");
            Optional<Boolean> full = flag(body, "is_full");
            Optional<PvzStatus> status = body.optionalOneOf("status", PvzStatus.class);
            Optional<Long> capacity = body.optionalInteger("capacity_parcels", 10, 5_000);
            Optional<Long> heaviest = body.optionalInteger("max_parcel_g", 1, 50_000);
            return edit(
                    body,
                    (PickupPoint p) -> new PickupPoint(
                            p.id(),
                            p.code(),
                            p.place(),
                            hub.orElse(p.hub()),
                            hub.orElse(p.hub()) ? null : p.hubId(),
                            p.hours(),
                            capacity.map(Long::intValue).orElse(p.capacityParcels()),
                            heaviest.map(Long::intValue).orElse(p.maxParcelG()),
                            p.services(),
                            status.orElse(p.status()),
                            full.orElse(p.full()),
                            p.version()));
        };
    }

    private static <T extends Reference> EditReference<T> edit(Input body, UnaryOperator<T> change) {
        return new EditReference<>(
                change,
                body.text("reason", 5, 500),
                body.optionalInteger("expected_version", 1, Long.MAX_VALUE).orElse(null));
    }

    private static Optional<Boolean> flag(Input body, String name) {
        return body.has(name) ? Optional.of(body.flag(name, false)) : Optional.empty();
    }
}
