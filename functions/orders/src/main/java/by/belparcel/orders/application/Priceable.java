package by.belparcel.orders.application;

import by.belparcel.orders.model.PickupPoint;
import by.belparcel.orders.model.Warehouse;

/** What is to be priced. */
public record Priceable(String shopId, PlaceOrder order, Warehouse from, PickupPoint to) {}
