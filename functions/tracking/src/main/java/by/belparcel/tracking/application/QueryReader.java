package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.handling.Times;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.tracking.stream.model.Bbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; every problem is collected, none is thrown. */
final class QueryReader {

    private final RequestParameters parameters;
    private final List<FieldError> errors = new ArrayList<>();

    QueryReader(RequestParameters parameters) {
        this.parameters = parameters;
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    long number(String name, long min, long max, long usual) {
        Optional<String> text = parameters.query(name);
        if (text.isEmpty()) {
            return usual;
        }
        long value = text.get().matches("[0-9]{1,9}") ? Long.parseLong(text.get()) : -1;
        if (value < min || value > max) {
            errors.add(new FieldError(
                    "/" + name, "RANGE", "must be from " + min + " to " + max, min + ".." + max, text.get()));
            return usual;
        }
        return value;
    }

    @Nullable
    Instant time(String name) {
        Optional<String> text = parameters.query(name);
        Instant time = text.flatMap(Times::parse).orElse(null);
        if (text.isPresent() && time == null) {
            errors.add(FieldError.of("/" + name, "TIME", "must be an RFC 3339 time with an offset"));
        }
        return time;
    }

    @Nullable
    Bbox bbox() {
        Optional<String> text = parameters.query("bbox");
        Bbox box = text.flatMap(Bbox::parse).orElse(null);
        if (text.isPresent() && box == null) {
            errors.add(FieldError.of("/bbox", "BBOX", "must be min_lng,min_lat,max_lng,max_lat"));
        }
        return box;
    }

    /** An unknown value is an error that names the known ones (D7). */
    <E extends Enum<E>> @Nullable E oneOf(String name, List<E> allowed) {
        Optional<String> text = parameters.query(name);
        Optional<E> found = text.flatMap(
                t -> allowed.stream().filter(e -> e.name().equals(t)).findFirst());
        if (text.isPresent() && found.isEmpty()) {
            errors.add(new FieldError("/" + name, "ENUM", "must be one of the allowed values", allowed, text.get()));
        }
        return found.orElse(null);
    }
}
