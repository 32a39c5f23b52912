package by.belparcel.eventing.outcome;

import org.jspecify.annotations.Nullable;

/**
 * One invalid field of a request.
 *
 * @param pointer JSON Pointer (RFC 6901) of the field
 * @param code stable, UPPER_SNAKE
 * @param detail a sentence for people
 * @param limit the violated limit, absent where there is none
 * @param actual the offending value or size, absent where it must not be repeated
 */
public record FieldError(
        String pointer,
        String code,
        String detail,
        @Nullable Object limit,
        @Nullable Object actual) {

    public static FieldError of(String pointer, String code, String detail) {
        return new FieldError(pointer, code, detail, null, null);
    }
}
