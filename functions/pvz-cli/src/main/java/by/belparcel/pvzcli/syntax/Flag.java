package by.belparcel.pvzcli.syntax;

import java.util.List;
import java.util.regex.Pattern;

/** One flag: its names, the first of which is the one that help and messages use, and what stands behind it. */
public record Flag(List<String> names, Kind kind, boolean required) {

    /** What an int32 of the contract can surely hold. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

    /** What a flag's value is. */
    public enum Kind {
        TEXT,
        /** Texts with commas between. */
        LIST,
        NUMBER,
        /** No value. */
        SWITCH
    }

    public static Flag text(String... names) {
        return new Flag(List.of(names), Kind.TEXT, false);
    }

    public static Flag list(String... names) {
        return new Flag(List.of(names), Kind.LIST, false);
    }

    public static Flag number(String... names) {
        return new Flag(List.of(names), Kind.NUMBER, false);
    }

    public static Flag toggle(String... names) {
        return new Flag(List.of(names), Kind.SWITCH, false);
    }

    /** The same flag, without which the command is not understood. */
    public Flag must() {
        return new Flag(names, kind, true);
    }

    /** Whether the value is of the flag's kind; what it means is the pick-up point's matter. */
    boolean takes(String value) {
        return switch (kind) {
            case TEXT, LIST -> true;
            case NUMBER -> NUMBER.matcher(value).matches();
            case SWITCH -> value.equals("true") || value.equals("false");
        };
    }

    public String name() {
        return names.getFirst();
    }
}
