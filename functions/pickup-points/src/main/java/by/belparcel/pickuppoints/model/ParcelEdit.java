package by.belparcel.pickuppoints.model;

import by.belparcel.kernel.PvzOrderState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A changed copy of a parcel: {@code parcel.edit().state(ISSUED).done(now)}. */
public final class ParcelEdit {

    private final Parcel before;
    private ParcelKey key;
    private @Nullable String clientId;
    private String pvzId;
    private PvzOrderState state;
    private Goods goods;
    private Checks checks;
    private Storage storage;
    private Leaving leaving;
    private Origin origin;

    ParcelEdit(Parcel before) {
        this.before = before;
        this.key = before.key();
        this.clientId = before.clientId();
        this.pvzId = before.pvzId();
        this.state = before.state();
        this.goods = before.goods();
        this.checks = before.checks();
        this.storage = before.storage();
        this.leaving = before.leaving();
        this.origin = before.origin();
    }

    public ParcelEdit key(ParcelKey value) {
        key = value;
        return this;
    }

    public ParcelEdit clientId(@Nullable String value) {
        clientId = value;
        return this;
    }

    public ParcelEdit pvzId(String value) {
        pvzId = value;
        return this;
    }

    public ParcelEdit state(PvzOrderState value) {
        state = value;
        return this;
    }

    public ParcelEdit goods(Goods value) {
        goods = value;
        return this;
    }

    public ParcelEdit checks(Checks value) {
        checks = value;
        return this;
    }

    public ParcelEdit storage(Storage value) {
        storage = value;
        return this;
    }

    public ParcelEdit leaving(Leaving value) {
        leaving = value;
        return this;
    }

    public ParcelEdit origin(Origin value) {
        origin = value;
        return this;
    }

    /** The parcel with its next version. */
    public Parcel done(Instant now) {
        return new Parcel(
                before.id(),
                key,
                clientId,
                pvzId,
                state,
                before.version() + 1,
                goods,
                checks,
                storage,
                leaving,
                origin,
                before.createdAt(),
                now);
    }
}
