package by.belparcel.pickuppoints.application.counter;

import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.pickuppoints.model.CellPlan;

/** The parcel gets another cell. */
public record MoveCell(String cell) {

    /** Reads the body of {@code POST /pvz/v1/orders/{id}:move}. */
    public static MoveCell read(Input body, RequestParameters parameters) {
        return new MoveCell(body.matching("cell", CellPlan.CODE, "CELL", "must have the form A-01-3"));
    }
}
