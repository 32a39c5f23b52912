package by.belparcel.pricing.rules;

import by.belparcel.kernel.Money;
import by.belparcel.kernel.Packaging;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.kernel.ServiceClass;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the facts of a test case; what is not said is an ordinary small parcel on a Monday at noon in Minsk. */
final class FactsReader {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern TIME = Pattern.compile("[0-9T:.+Z-]{10,40}");
    private static final Instant MONDAY_NOON = Instant.parse("2026-01-05T09:00:00Z");

    private FactsReader() {}

    static Facts read(Part part) {
        Facts facts = new Facts(
                part.text("zone_from", WORD).orElse(null),
                part.text("zone_to", WORD).or(() -> part.text("zone", WORD)).orElse(null),
                part.integer("distance_km", 0, 50_000).map(Long::intValue).orElse(null),
                part.integer("weight_g", 1, 50_000).map(Long::intValue).orElse(1_000),
                part.integer("volume_cm3", 1, 100_000_000).orElse(5_000L),
                part.oneOf("service", ServiceClass.class).orElse(ServiceClass.NORMAL),
                part.oneOf("packaging", Packaging.class).orElse(Packaging.NONE),
                part.object("options").map(FactsReader::options).orElse(DraftOptions.NONE),
                part.oneOf("payment_method", PaymentMethod.class).orElse(PaymentMethod.CARD_PREPAID),
                part.integer("goods_amount", 0, Money.MAX).orElse(null),
                part.object("shop").map(FactsReader::shop).orElse(new ShopFacts(null, 0)),
                part.text("at", TIME).flatMap(text -> instant(part, text)).orElse(MONDAY_NOON),
                part.text("promo_code", WORD).orElse(null),
                part.object("signals").map(FactsReader::signals).orElse(new TreeMap<>()));
        part.raw("zone");
        part.refuseOthers("fact");
        return facts;
    }

    private static DraftOptions options(Part part) {
        DraftOptions options = new DraftOptions(
                part.flag("insurance").orElse(false),
                part.flag("age_check").orElse(false),
                part.flag("id_check").orElse(false),
                part.flag("partial_issue").orElse(false));
        part.refuseOthers("fact");
        return options;
    }

    private static ShopFacts shop(Part part) {
        ShopFacts shop = new ShopFacts(
                part.text("id", WORD).orElse(null),
                part.integer("orders_30d", 0, Integer.MAX_VALUE).orElse(0L));
        part.refuseOthers("fact");
        return shop;
    }

    private static SortedMap<String, Long> signals(Part part) {
        SortedMap<String, Long> signals = new TreeMap<>();
        for (String name : Facts.SIGNALS) {
            part.integer(name, 0, 1_000_000).ifPresent(value -> signals.put(name, value));
        }
        part.refuseOthers("fact");
        return signals;
    }

    private static Optional<Instant> instant(Part part, String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            part.problems().add(part.at("at"), "TIME", "must be an RFC 3339 time with an offset");
            return Optional.empty();
        }
    }
}
