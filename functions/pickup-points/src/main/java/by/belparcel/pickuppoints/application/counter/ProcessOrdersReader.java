package by.belparcel.pickuppoints.application.counter;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.pickuppoints.application.Fields;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the body of {@code POST /pvz/v1/orders:process}. */
public final class ProcessOrdersReader implements CommandReader<ProcessOrders> {

    private static final int MOST = 100;
    private static final int LONGEST_TOKEN = 300;
    private static final Pattern LAST4 = Pattern.compile("[0-9A-Za-z]{4}");

    @Override
    public ProcessOrders read(Input body, RequestParameters parameters) {
        ProcessOrders.Action action = body.oneOf("action", ProcessOrders.Action.class);
        boolean returning = action == ProcessOrders.Action.RETURN && body.has("action");
        String user = Fields.user(body, "user_id").orElse(null);
        if (returning && !body.has("user_id")) {
            body.reject("user_id", "REQUIRED", "is required for RETURN", null, null);
        }
        return new ProcessOrders(
                action,
                user,
                Fields.parcels(body, "order_ids", 1, MOST),
                body.texts("verification_ids", 0, MOST, LONGEST_TOKEN),
                body.flag("atomic", false),
                body.flag("require_code", false),
                body.optionalText("reason", 0, 200).orElse(null),
                body.optionalText("receipt", 1, 64).orElse(null),
                document(body));
    }

    private static ProcessOrders.@Nullable Document document(Input body) {
        Optional<String> reason = body.optionalText("document_reason", 5, 200);
        Optional<String> last4 =
                body.optionalMatching("document_last4", LAST4, "LAST4", "must be the last 4 characters");
        if (body.has("document_reason") != body.has("document_last4")) {
            String missing = body.has("document_reason") ? "document_last4" : "document_reason";
            body.reject(missing, "REQUIRED", "is required when a document stands for the code", null, null);
        }
        return reason.isPresent() && last4.isPresent() ? new ProcessOrders.Document(reason.get(), last4.get()) : null;
    }
}
