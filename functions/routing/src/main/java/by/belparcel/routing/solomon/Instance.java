package by.belparcel.routing.solomon;

import java.util.List;

/**
 * A problem of the Solomon format.
 *
 * @param customers the first is the depot
 */
public record Instance(String name, int vehicles, long capacity, List<Customer> customers) {

    public Instance {
        customers = List.copyOf(customers);
    }

    /** One row of the file. */
    public record Customer(int number, double x, double y, long demand, double ready, double due, double service) {

        double distanceTo(Customer other) {
            return Math.hypot(x - other.x, y - other.y);
        }
    }

    Customer depot() {
        return customers.getFirst();
    }
}
