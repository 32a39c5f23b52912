package by.belparcel.pickuppoints.application.counter;

import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.Packaging;
import by.belparcel.kernel.PvzOrderState;
import by.belparcel.pickuppoints.model.Checks;
import by.belparcel.pickuppoints.model.Goods;
import by.belparcel.pickuppoints.model.Leaving;
import by.belparcel.pickuppoints.model.Origin;
import by.belparcel.pickuppoints.model.PackageTable;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelKey;
import by.belparcel.pickuppoints.model.Storage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** The rules of accepting one parcel that need no database (domain pickup-points.md 2.2 and 2.3, rule 1). */
public final class Acceptance {

    private static final String PACKAGE = "/package";

    private final CounterTerms terms;

    public Acceptance(CounterTerms terms) {
        this.terms = terms;
    }

    /** What is wrong with the request as such. */
    public Optional<Rejection> refusal(AcceptOrder command, Instant now) {
        if (command.packaging() != null) {
            Outcome<Packaging> named = packaging(command.packaging(), PACKAGE);
            if (named instanceof Outcome.Refused<Packaging> refused) {
                return Optional.of(refused.rejection());
            }
        }
        return Optional.ofNullable(command.storageUntil())
                .flatMap(until -> terms.rules().keepUntil(until, now));
    }

    /** The wrapping that a request means. @param pointer where it stands in the request */
    public Outcome<Packaging> packaging(String text, String pointer) {
        return terms.packages().named(text).map(Outcome::ok).orElseGet(() -> Outcome.refused(invalidPackage(pointer)));
    }

    /** A parcel that is known by a number only, before it is here. */
    public Parcel unknown(AcceptOrder command, String id, String pvzId, Origin origin, Instant now) {
        return new Parcel(
                id,
                ParcelKey.alias(Long.parseLong(command.name().value())),
                command.userId(),
                pvzId,
                PvzOrderState.EXPECTED,
                0,
                terms.nothingKnown(),
                Checks.NONE,
                Storage.NOWHERE,
                Leaving.NOT_YET,
                origin,
                now,
                now);
    }

    public Instant until(AcceptOrder command, Instant now) {
        return Objects.requireNonNullElseGet(command.storageUntil(), () -> now.plus(terms.usualStorage()));
    }

    /** What the parcel is when it is wrapped as the request says; refused when the wrapping does not carry it. */
    public Outcome<Goods> goods(AcceptOrder command, Goods known) {
        Packaging packaging = Optional.ofNullable(command.packaging())
                .flatMap(terms.packages()::named)
                .orElse(known.packaging());
        int weightG = Objects.requireNonNullElse(command.weightG(), known.weightG());
        Money price = Objects.requireNonNullElse(command.price(), known.price());
        return goods(new Goods(packaging, weightG, price, Money.ZERO, known.paymentMethod()));
    }

    /** The same goods with the surcharge of their wrapping; refused when it does not carry them. */
    public Outcome<Goods> goods(Goods goods) {
        Optional<PackageTable.Terms> wrapping = terms.packages().terms(goods.packaging());
        if (wrapping.isEmpty()) {
            return Outcome.refused(invalidPackage(PACKAGE));
        }
        if (!wrapping.get().carries(goods.weightG())) {
            return Outcome.refused(tooHeavy(goods, wrapping.get().belowG()));
        }
        Money surcharge = wrapping.get().surcharge();
        long dearest = Money.MAX - surcharge.amount();
        if (goods.price().amount() > dearest) {
            return Outcome.refused(tooDear(Money.byn(dearest)));
        }
        return Outcome.ok(
                new Goods(goods.packaging(), goods.weightG(), goods.price(), surcharge, goods.paymentMethod()));
    }

    private static Rejection tooHeavy(Goods goods, OptionalInt belowG) {
        return Rejection.rule(
                        "WEIGHT_TOO_HEAVY",
                        "The weight must be below " + belowG.orElseThrow() + " g for " + goods.packaging() + ".")
                .with("field", "weight")
                .with("limit", belowG.orElseThrow())
                .with("actual", goods.weightG());
    }

    private static Rejection tooDear(Money dearest) {
        return Rejection.invalid(new FieldError(
                "/price", "RANGE", "must be at most " + dearest + " with this package", dearest.toString(), null));
    }

    private Rejection invalidPackage(String pointer) {
        List<String> names = terms.packages().names();
        return new Rejection(
                Rejection.Kind.INVALID,
                "INVALID_PACKAGE",
                "The field package must be one of " + names + ".",
                List.of(new FieldError(pointer, "ENUM", "must be one of the allowed values", names, null)),
                java.util.Map.of());
    }
}
