package by.belparcel.runner.eventing;

import by.belparcel.runner.serving.ClusterNetwork.Reply;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether a delivery counts, and if not, what the dead letter says about it. */
sealed interface Verdict {

    /** Done. */
    record Accepted() implements Verdict {}

    /** Not delivered; {@code extensions} are those of the dead letter. */
    record Refused(String why, Map<String, String> extensions) implements Verdict {}

    int MOST_DATA = 1024;

    static Refused refused(String why, URI destination) {
        return new Refused(why, Map.of("knativeerrordest", destination.toString()));
    }

    /** A failure with an answer: code, the first bytes of the body, and headers {@code kne-*} as extensions. */
    static Refused refused(Reply reply, URI destination) {
        Map<String, String> extensions = new LinkedHashMap<>();
        HttpFormat.lower(reply.headers()).forEach((name, value) -> {
            if (name.startsWith("kne-") && name.length() > 4) {
                extensions.put(name.substring(4).replaceAll("[^a-z0-9]", ""), value);
            }
        });
        extensions.put("knativeerrordest", destination.toString());
        extensions.put("knativeerrorcode", Integer.toString(reply.status()));
        byte[] body = reply.body();
        if (body.length > 0) {
            byte[] start = Arrays.copyOf(body, Math.min(body.length, MOST_DATA));
            extensions.put("knativeerrordata", Base64.getEncoder().encodeToString(start));
        }
        return new Refused("status " + reply.status(), extensions);
    }
}
