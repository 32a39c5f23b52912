package by.belparcel.pricing.rules;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What an additive effect adds to a price, exactly. */
final class Contribution {

    private Contribution() {}

    /** @param start price at the begin of the stage in kopecks */
    static BigDecimal of(Effect effect, BigDecimal start, Facts facts) {
        return switch (effect) {
            case Effect.Add(long amount) -> BigDecimal.valueOf(amount);
            case Effect.Percent(BigDecimal percent) -> start.multiply(percent).movePointLeft(2);
            case Effect.AddPer per ->
                BigDecimal.valueOf(per.amount()).multiply(BigDecimal.valueOf(units(per, facts.value(per.field()))));
            case Effect.AddTable table ->
                facts.value(table.field()) instanceof FactValue.Text(String key)
                        ? BigDecimal.valueOf(table.table().getOrDefault(key, 0L))
                        : BigDecimal.ZERO;
            case Effect.Base b -> throw misplaced(b);
            case Effect.Multiply m -> throw misplaced(m);
            case Effect.Clamp c -> throw misplaced(c);
        };
    }

    private static long units(Effect.AddPer per, @Nullable FactValue value) {
        if (!(value instanceof FactValue.Quantity(BigDecimal number))) {
            return 0;
        }
        long above = number.longValueExact() - per.over();
        return above <= 0 ? 0 : per.ceil() ? Math.ceilDiv(above, per.unit()) : above / per.unit();
    }

    private static IllegalStateException misplaced(Effect effect) {
        return new IllegalStateException("The reader lets no " + effect + " into an additive stage");
    }
}
