package by.belparcel.batching.model;

import java.util.Collection;

/** What a batch holds. */
public record Load(int count, long weightG, long volumeCm3) {

    public static final Load NONE = new Load(0, 0, 0);

    public static Load of(Collection<Cargo> cargo) {
        Load sum = NONE;
        for (Cargo one : cargo) {
            sum = sum.plus(one.load());
        }
        return sum;
    }

    public Load plus(Load other) {
        return new Load(count + other.count, weightG + other.weightG, volumeCm3 + other.volumeCm3);
    }

    public Load minus(Load other) {
        return new Load(count - other.count, weightG - other.weightG, volumeCm3 - other.volumeCm3);
    }
}
