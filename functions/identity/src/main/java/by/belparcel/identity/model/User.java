package by.belparcel.identity.model;

import java.util.List;
import java.util.Map;

/**
 * Somebody who signs in with a password.
 *
 * @param login lower-case, unique
 * @param claims scope claims of the role
 * @param demo made for demonstration only; does not exist in production
 * @param rowVersion grows with each change
 */
public record User(
        String id,
        String login,
        String name,
        String passwordHash,
        Role role,
        Map<String, List<String>> claims,
        boolean active,
        boolean demo,
        long rowVersion) {

    public User {
        claims = Map.copyOf(claims);
    }

    /** Without the hash: it must not reach a log. */
    @Override
    public String toString() {
        return "User[" + id + ", " + role + "]";
    }
}
