package by.belparcel.tracking.application;

import by.belparcel.tracking.model.Profile;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Thresholds by type of vehicle. */
public record Profiles(Profile usual, Map<String, Profile> byKind) {

    public Profiles {
        byKind = Map.copyOf(byKind);
    }

    Profile of(@Nullable String kind) {
        return kind == null ? usual : byKind.getOrDefault(kind, usual);
    }
}
