package by.belparcel.routing.plan;

/** What a stop needs of a vehicle, or what a vehicle has. */
public record Load(long weightG, long volumeCm3, int slots) {

    public static final Load NONE = new Load(0, 0, 0);

    public Load {
        if (weightG < 0 || volumeCm3 < 0 || slots < 0) {
            throw new IllegalArgumentException("a load is not negative");
        }
    }

    public Load plus(Load other) {
        return new Load(weightG + other.weightG, volumeCm3 + other.volumeCm3, slots + other.slots);
    }

    public boolean fitsInto(Load capacity) {
        return weightG <= capacity.weightG && volumeCm3 <= capacity.volumeCm3 && slots <= capacity.slots;
    }
}
