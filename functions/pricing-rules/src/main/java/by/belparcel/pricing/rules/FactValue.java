package by.belparcel.pricing.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;

/** A value of a fact or of a rule: times count as seconds of the day and dates as epoch days, so that all order alike. */
sealed interface FactValue {

    /** Numbers are equal by value: 2.0 is 2. */
    record Quantity(BigDecimal number) implements FactValue {

        public Quantity {
            number = number.stripTrailingZeros();
        }
    }

    record Text(String text) implements FactValue {}

    static FactValue of(long number) {
        return new Quantity(BigDecimal.valueOf(number));
    }

    static FactValue of(String text) {
        return new Text(text);
    }

    static FactValue of(boolean flag) {
        return new Text(Boolean.toString(flag));
    }

    static FactValue of(LocalTime time) {
        return of((long) time.toSecondOfDay());
    }

    static FactValue of(LocalDate date) {
        return of(date.toEpochDay());
    }
}
