package by.belparcel.operations.application;

import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.operations.model.DeadLetterState;
import java.util.List;

/**
 * Which dead letters to send again: explicit ids or a filter.
 *
 * @param ids empty when the filter counts
 * @param dryRun only tells what would be sent
 */
public record RedriveRequest(List<String> ids, DeadLetters.Criteria filter, boolean dryRun) {

    static final int MAX = 10_000;

    public static RedriveRequest read(Input body, RequestParameters parameters) {
        List<String> ids = body.texts("ids", 0, MAX, 36);
        DeadLetters.Criteria filter =
                body.optionalObject("filter", RedriveRequest::filter).orElse(DeadLetters.Criteria.ALL);
        if (ids.isEmpty() == filter.equals(DeadLetters.Criteria.ALL)) {
            body.reject("ids", "REQUIRED", "either ids or filter is required", null, null);
        }
        for (int i = 0; i < ids.size(); i++) {
            if (PathId.read(ids.get(i)).isEmpty()) {
                body.reject("ids", "UUID", "entry " + i + " must be a UUID", null, null);
            }
        }
        return new RedriveRequest(ids, filter, body.flag("dry_run", false));
    }

    private static DeadLetters.Criteria filter(Input in) {
        return new DeadLetters.Criteria(
                in.optionalText("fingerprint", 1, 64).orElse(null),
                in.optionalText("consumer", 1, 200).orElse(null),
                in.optionalText("type", 1, 200).orElse(null),
                in.optionalOneOf("state", DeadLetterState.class).orElse(null),
                null);
    }
}
