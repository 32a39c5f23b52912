package by.belparcel.pickuppoints.application.reading;

import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Rejection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the query parameters of lists (domain README 4.7); all problems are reported together. */
public final class ListParameters {

    public static final int DEFAULT_LIMIT = 20;
    public static final int MOST = 100;
    public static final int MOST_LAST = 1_000;

    /** Further pages are as empty as any beyond the end. */
    private static final int LAST_PAGE = 1_000_000;

    private final RequestParameters parameters;
    private final List<FieldError> errors = new ArrayList<>();

    public ListParameters(RequestParameters parameters) {
        this.parameters = parameters;
    }

    /** {@code page} from 1 and {@code limit} from 1 to 100. */
    public Paging paging() {
        return new Paging(
                number("page", LAST_PAGE).orElse(1), number("limit", MOST).orElse(DEFAULT_LIMIT));
    }

    /** The newest N, 1 to 1000. */
    Optional<Integer> last() {
        return number("last", MOST_LAST);
    }

    /** 0 for the beginning, else the id of a parcel. */
    Optional<String> lastId() {
        Optional<String> id =
                parameters.query("last_id").map(text -> text.strip().toLowerCase(Locale.ROOT));
        if (id.isPresent() && !id.get().equals("0") && !PathId.isId(id.get())) {
            errors.add(FieldError.of("/last_id", "LAST_ID", "must be 0 or the next_last_id of an answer"));
        }
        return id;
    }

    boolean flag(String name) {
        Optional<String> text = parameters.query(name);
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            errors.add(FieldError.of("/" + name, "TYPE", "must be true or false"));
        }
        return text.filter("true"::equals).isPresent();
    }

    /** The point that staff ask about. */
    @Nullable
    String pvzId() {
        Optional<String> id = parameters.query("pvz_id").map(text -> text.toLowerCase(Locale.ROOT));
        if (id.isPresent() && !PathId.isId(id.get())) {
            errors.add(FieldError.of("/pvz_id", "UUID", "must be a UUID"));
        }
        return id.orElse(null);
    }

    /** One of the values, in upper case (D7). */
    public <T extends Enum<T>> Optional<T> oneOf(String name, Class<T> type) {
        Optional<String> text = parameters.query(name);
        Optional<T> value = text.flatMap(given -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(given))
                .findFirst());
        if (text.isPresent() && value.isEmpty()) {
            List<String> allowed =
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
            errors.add(new FieldError("/" + name, "ENUM", "must be one of the allowed values", allowed, null));
        }
        return value;
    }

    /** A text of at most so many characters. */
    public Optional<String> text(String name, int most) {
        Optional<String> text = parameters.query(name).map(String::strip).filter(given -> !given.isEmpty());
        if (text.isPresent() && text.get().length() > most) {
            String detail = "must have at most " + most + " characters";
            errors.add(
                    new FieldError("/" + name, "SIZE", detail, most, text.get().length()));
        }
        return text;
    }

    void reject(List<FieldError> more) {
        errors.addAll(more);
    }

    /** What is wrong with what was read so far. */
    public Optional<Rejection> refusal() {
        return errors.isEmpty() ? Optional.empty() : Optional.of(Rejection.invalid(errors));
    }

    private Optional<Integer> number(String name, int most) {
        Optional<String> text = parameters.query(name);
        Optional<Integer> number = text.filter(given -> given.matches("[0-9]{1,7}"))
                .map(Integer::valueOf)
                .filter(value -> value >= 1 && value <= most);
        if (text.isPresent() && number.isEmpty()) {
            errors.add(new FieldError("/" + name, "RANGE", "must be from 1 to " + most, "1.." + most, null));
        }
        return number;
    }
}
