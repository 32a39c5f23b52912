package by.belparcel.orders.application;

import by.belparcel.orders.model.Haul;

/** What becomes of one order of a batch. */
public record BatchMove(OrderRecord order, Haul haul) {}
