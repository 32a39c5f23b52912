package by.belparcel.events;

import java.util.List;

/** A child of a split batch with the orders it holds. */
public record BatchPart(String batchId, List<String> orders) {}
