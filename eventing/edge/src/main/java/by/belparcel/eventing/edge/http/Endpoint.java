package by.belparcel.eventing.edge.http;

import by.belparcel.eventing.edge.call.Catalogue;
import by.belparcel.eventing.handling.Cursors;
import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.eventing.handling.LiveHandler;
import by.belparcel.eventing.handling.Principal;
import java.util.function.Function;

/** What a route leads to: the name of a function, what is checked before it, and the function. */
public sealed interface Endpoint {

    String function();

    String method();

    /** Path template. */
    String path();

    /** @param body whether the command has a JSON body */
    record Command(String function, HttpRoute route, String context, boolean body, Catalogue.Answering target)
            implements Endpoint {

        @Override
        public String method() {
            return route.method();
        }

        @Override
        public String path() {
            return route.path();
        }
    }

    record Query(String function, HttpRoute route, String context, Catalogue.Answering target) implements Endpoint {

        @Override
        public String method() {
            return "GET";
        }

        @Override
        public String path() {
            return route.path();
        }
    }

    /** @param socket WebSocket, else server-sent events */
    record Live(
            String function,
            HttpRoute route,
            String context,
            boolean socket,
            LiveHandler handler,
            Function<Principal, Cursors> cursors)
            implements Endpoint {

        @Override
        public String method() {
            return "GET";
        }

        @Override
        public String path() {
            return route.path();
        }
    }

    /**
     * @param tick whether any body is accepted as a hint to work
     * @param limit bytes of a body
     */
    record Events(String function, String path, boolean tick, int limit, Catalogue.Acknowledging target)
            implements Endpoint {

        @Override
        public String method() {
            return "POST";
        }
    }

    /** Path of an event function: {@code authorizePayment} at {@code /events/authorize-payment}. */
    static String eventPath(String function) {
        StringBuilder path = new StringBuilder("/events/");
        for (int i = 0; i < function.length(); i++) {
            char c = function.charAt(i);
            if (Character.isUpperCase(c)) {
                path.append('-').append(Character.toLowerCase(c));
            } else {
                path.append(c);
            }
        }
        return path.toString();
    }
}
