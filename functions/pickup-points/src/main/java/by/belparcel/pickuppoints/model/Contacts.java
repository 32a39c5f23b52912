package by.belparcel.pickuppoints.model;

import org.jspecify.annotations.Nullable;

/** How to reach a point; never part of an event. */
public record Contacts(@Nullable String phone, @Nullable String email) {

    public static final Contacts NONE = new Contacts(null, null);
}
