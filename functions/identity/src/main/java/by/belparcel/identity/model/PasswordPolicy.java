package by.belparcel.identity.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which passwords are refused: short ones, the login itself, endless repetitions and the first that everybody tries. */
public final class PasswordPolicy {

    public static final int MIN = 12;
    public static final int MAX = 200;

    private static final int LEAST_DIFFERENT = 5;
    private static final List<String> TRIED_FIRST = List.of(
            "password",
            "passw0rd",
            "changeme",
            "qwerty",
            "йцукен",
            "supersecret",
            "letmein",
            "administrator",
            "belparcel",
            "123456",
            "654321",
            "abcdef",
            "iloveyou",
            "welcome");

    private PasswordPolicy() {}

    /** The reason for a refusal, without the password. */
    public static Optional<String> refusal(String login, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN || length > MAX) {
            return Optional.of("must have " + MIN + " to " + MAX + " characters");
        }
        if (password.codePoints().distinct().count() < LEAST_DIFFERENT) {
            return Optional.of("must have at least " + LEAST_DIFFERENT + " different characters");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (!login.isEmpty() && lower.contains(login.toLowerCase(Locale.ROOT))) {
            return Optional.of("must not contain the login");
        }
        // A known word may be a part of a long password, but not most of it.
        return TRIED_FIRST.stream().anyMatch(word -> lower.contains(word) && length < word.length() + MIN)
                ? Optional.of("is too easy to guess")
                : Optional.empty();
    }
}
