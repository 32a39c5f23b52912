package by.belparcel.trips.model;

/** What vehicles of a class hold. */
public record VehicleClass(String name, long weightG, long volumeCm3, int slots) {

    public boolean holds(Cargo load) {
        return load.weightG() <= weightG && load.volumeCm3() <= volumeCm3 && load.slots() <= slots;
    }
}
