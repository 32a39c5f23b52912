package by.belparcel.pickuppoints;

import static by.belparcel.eventing.handling.FunctionSpec.command;
import static by.belparcel.eventing.handling.FunctionSpec.with;

import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.pickuppoints.application.receiving.ReceiveBatchReader;
import java.time.Duration;
import java.util.List;

/** Receiving of batches. */
final class ReceivingFunctions {

    /** A thousand lines with notes. */
    private static final int BODY_LIMIT = 1024 * 1024;

    private ReceivingFunctions() {}

    static List<FunctionSpec> list() {
        return List.of(with(
                command(
                        "receiveBatch",
                        "POST",
                        "/pvz/v1/batches/{id}:receive",
                        "pvz.receive",
                        new ReceiveBatchReader(),
                        ReceivingParts::receive),
                Duration.ofHours(24),
                BODY_LIMIT,
                true));
    }
}
