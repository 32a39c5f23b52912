package by.belparcel.tracking.application;

import by.belparcel.eventing.outcome.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer to an upload: one line per entry, in the order of the request. */
public record UploadView(int accepted, int refused, List<Line> results) {

    /** @param status ACCEPTED or REFUSED @param code why it was refused */
    public record Line(
            int index,
            @Nullable Long seq,
            String status,
            @Nullable String code,
            @Nullable List<FieldError> errors) {}

    static UploadView of(List<Line> lines) {
        int accepted = (int)
                lines.stream().filter(line -> line.status().equals("ACCEPTED")).count();
        return new UploadView(accepted, lines.size() - accepted, lines);
    }
}
