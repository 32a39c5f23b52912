package by.belparcel.console.demo;

import by.belparcel.kernel.GeoPoint;

/** A warehouse and a pick-up point near it. */
record Lane(String warehouseId, GeoPoint warehouse, String pvzId, GeoPoint pvz) {

    double metres() {
        return warehouse.metresTo(pvz);
    }
}
