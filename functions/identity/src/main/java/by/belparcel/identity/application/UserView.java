package by.belparcel.identity.application;

import by.belparcel.identity.model.User;
import java.util.List;
import java.util.Map;

/** A user as it is shown. @param demo whether the screens show the banner of a demonstration */
public record UserView(
        String id,
        String login,
        String name,
        String role,
        Map<String, List<String>> claims,
        boolean active,
        boolean demo,
        long rowVersion) {

    static UserView of(User user) {
        return new UserView(
                user.id(),
                user.login(),
                user.name(),
                user.role().claim(),
                user.claims(),
                user.active(),
                user.demo(),
                user.rowVersion());
    }
}
