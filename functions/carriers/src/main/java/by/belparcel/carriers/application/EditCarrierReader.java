package by.belparcel.carriers.application;

import by.belparcel.carriers.model.CarrierEdit;
import by.belparcel.carriers.model.VehicleType;
import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the body of {@code PUT /references/carriers/{id}}; fields that are not given stay as they are. */
public final class EditCarrierReader implements CommandReader<EditCarrier> {

    private static final Pattern SKILL = Pattern.compile("[A-Z][A-Z0-9_]{1,31}");
    private static final Pattern PLATE = Pattern.compile("[A-Z0-9][A-Z0-9 -]{2,14}");
    private static final int MOST_SKILLS = 20;
    private static final int MOST_TRIPS = 5;
    private static final int MOST_SPEED_UP = 60;
    private static final long MOST_PAYLOAD_G = 40_000_000;
    private static final long MOST_VOLUME_CM3 = 120_000_000;
    private static final int MOST_SLOTS = 10_000;

    @Override
    public EditCarrier read(Input body, RequestParameters parameters) {
        CarrierEdit edit = new CarrierEdit(
                body.has("is_active") ? Boolean.valueOf(body.flag("is_active", false)) : null,
                skills(body),
                number(body, "max_parallel_trips", MOST_TRIPS),
                number(body, "time_scale", MOST_SPEED_UP),
                body.optionalObject("vehicle", EditCarrierReader::vehicle).orElse(null));
        return new EditCarrier(
                edit,
                body.text("reason", 5, 500),
                body.flag("force", false),
                body.optionalInteger("expected_version", 1, Long.MAX_VALUE).orElse(null));
    }

    private static CarrierEdit.VehicleEdit vehicle(Input vehicle) {
        Optional<String> plate =
                vehicle.optionalMatching("plate", PLATE, "PATTERN", "must have 3 to 15 of A-Z, 0-9, blank and dash");
        return new CarrierEdit.VehicleEdit(
                plate.orElse(null),
                vehicle.optionalOneOf("type", VehicleType.class).orElse(null),
                vehicle.optionalInteger("payload_g", 1, MOST_PAYLOAD_G).orElse(null),
                vehicle.optionalInteger("volume_cm3", 1, MOST_VOLUME_CM3).orElse(null),
                number(vehicle, "slots", MOST_SLOTS));
    }

    private static @Nullable List<String> skills(Input body) {
        if (!body.has("skills")) {
            return null;
        }
        List<String> skills = body.texts("skills", 0, MOST_SKILLS, 32);
        if (skills.stream().anyMatch(skill -> !SKILL.matcher(skill).matches())) {
            body.reject("skills", "PATTERN", "must be upper-case words", null, null);
        }
        return skills.stream().distinct().sorted().toList();
    }

    private static @Nullable Integer number(Input body, String name, int max) {
        return body.optionalInteger(name, 1, max).map(Long::intValue).orElse(null);
    }
}
