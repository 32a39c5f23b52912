package by.belparcel.eventing.handling;

import java.util.List;
import java.util.Optional;

/** Opaque list cursors, authenticated and bound to the caller and to the filter of the list. */
public interface Cursors {

    /** @param filter text of sort and filter; @param position values of the last row's sort key */
    String issue(String filter, List<String> position);

    /** Empty when the cursor was tampered with, is another caller's or belongs to another filter: answer 400 CURSOR_MISMATCH. */
    Optional<List<String>> read(String filter, String cursor);
}
