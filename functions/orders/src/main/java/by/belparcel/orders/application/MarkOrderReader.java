package by.belparcel.orders.application;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of {@code POST /orders/{id}/mark-lost | mark-damaged | mark-returned}: each takes only the fields it needs. */
public enum MarkOrderReader implements CommandReader<MarkOrder> {
    LOST {
        @Override
        public MarkOrder read(Input body, RequestParameters parameters) {
            return new MarkOrder(noteCode(body), null, null, ExpectedVersion.read(body));
        }
    },
    DAMAGED {
        @Override
        public MarkOrder read(Input body, RequestParameters parameters) {
            Integer parcel = body.optionalInteger("parcel_no", 1, 10)
                    .map(Math::toIntExact)
                    .orElse(null);
            return new MarkOrder(noteCode(body), parcel, null, ExpectedVersion.read(body));
        }
    },
    RETURNED {
        @Override
        public MarkOrder read(Input body, RequestParameters parameters) {
            String warehouse = body.optionalUuid("warehouse_id").orElse(null);
            return new MarkOrder(null, null, warehouse, ExpectedVersion.read(body));
        }
    };

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{1,39}");

    private static @Nullable String noteCode(Input body) {
        return body.optionalMatching("note_code", CODE, "PATTERN", "must be a word of 2 to 40 letters, digits and _")
                .orElse(null);
    }
}
