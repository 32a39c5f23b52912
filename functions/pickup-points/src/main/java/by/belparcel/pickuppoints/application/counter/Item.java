package by.belparcel.pickuppoints.application.counter;

import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a request for many parcels: which one it is, or why it is not processed.
 *
 * @param parcel known unless the name means none
 */
record Item(
        ParcelName name, @Nullable Parcel parcel, @Nullable Rejection refusal) {

    static List<Item> of(List<ParcelName> names, List<Parcel> found) {
        List<Item> items = new ArrayList<>();
        for (ParcelName name : names) {
            Outcome<Parcel> one = Named.one(name, found);
            items.add(
                    one instanceof Outcome.Success<Parcel> success
                            ? new Item(name, success.body(), null)
                            : new Item(name, null, ((Outcome.Refused<Parcel>) one).rejection()));
        }
        return items;
    }

    /** The first name that means what an earlier one means. */
    static Optional<ParcelName> repeated(List<Item> items) {
        Set<String> seen = new HashSet<>();
        for (Item item : items) {
            String meaning = item.parcel() == null
                    ? item.name().kind() + " " + item.name().value() + "/"
                            + item.name().parcelNo()
                    : item.parcel().id();
            if (!seen.add(meaning)) {
                return Optional.of(item.name());
            }
        }
        return Optional.empty();
    }

    /** Refused when the rule says so; one that is refused already stays so. */
    Item check(Function<Parcel, Optional<Rejection>> rule) {
        if (refusal != null || parcel == null) {
            return this;
        }
        return new Item(name, parcel, rule.apply(parcel).orElse(null));
    }

    ProcessReply.ItemError error() {
        Rejection why = refusal == null
                ? Rejection.rule("NOT_PROCESSED", "Another parcel of this request was refused, and it is all or none.")
                : refusal;
        String detail =
                why.errors().isEmpty() ? why.detail() : why.errors().getFirst().detail();
        return new ProcessReply.ItemError(name.given(), why.code(), detail);
    }
}
