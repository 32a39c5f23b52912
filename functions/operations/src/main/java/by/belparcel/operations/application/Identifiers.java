package by.belparcel.operations.application;

import java.util.regex.Pattern;

/** Ids from paths and lists: what is no UUID cannot exist. */
final class Identifiers {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Identifiers() {}

    static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }
}
