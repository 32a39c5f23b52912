package by.belparcel.orders.model;

/**
 * What orders know of a warehouse.
 *
 * @param lat degrees, WGS 84
 * @param lng degrees, WGS 84
 */
public record Warehouse(String id, double lat, double lng, boolean active) {}
