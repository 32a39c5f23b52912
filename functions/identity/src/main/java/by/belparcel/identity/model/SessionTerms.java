package by.belparcel.identity.model;

import java.time.Duration;

/** How long tokens and sessions live. A session ends at its time however often it is refreshed. */
public record SessionTerms(Duration access, Duration staff, Duration device) {

    public Duration session(Role role) {
        return role.usesOwnDevice() ? device : staff;
    }
}
