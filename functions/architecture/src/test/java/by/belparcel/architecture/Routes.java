package by.belparcel.architecture;

import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.HttpRoute;
import org.jspecify.annotations.Nullable;

/** The route of a function. */
final class Routes {

    private Routes() {}

    /** Null for what is not called over HTTP. */
    static @Nullable HttpRoute of(FunctionSpec function) {
        return switch (function) {
            case FunctionSpec.Command<?, ?> command -> command.route();
            case FunctionSpec.Query<?> query -> query.route();
            case FunctionSpec.Socket socket -> socket.route();
            case FunctionSpec.EventStream stream -> stream.route();
            default -> null;
        };
    }
}
