package by.belparcel.pickuppoints.application.points;

import java.util.List;

/** Message PvzPage of the contract. */
public record PointPage(List<PointView> items, int page, int limit, long total, int totalPages) {}
