package by.belparcel.references.application;

import java.time.Instant;
import java.util.List;

/** What goes on record about a change. */
public record Edit(List<String> changed, String reason, String actor, Instant at) {

    public Edit {
        changed = List.copyOf(changed);
    }
}
