package by.belparcel.orders.application;

import by.belparcel.orders.model.PickupPoint;
import by.belparcel.orders.model.Warehouse;

/** The newest state of something that orders refer to. */
public sealed interface PlaceUpdate {

    long version();

    record OfWarehouse(Warehouse warehouse, long version) implements PlaceUpdate {}

    record OfPickupPoint(PickupPoint pvz, long version) implements PlaceUpdate {}

    record OfShop(String shopId, boolean active, long version) implements PlaceUpdate {}
}
