package by.belparcel.eventing.outcome;

import java.util.Map;

/**
 * An answer that is not JSON: bytes of a media type, as they go to the wire.
 *
 * @param bytes not copied; nobody changes them
 * @param headers further headers of the answer, such as ETag and Content-Encoding; the edge lets an allow-list pass
 */
public record Content(String mediaType, byte[] bytes, Map<String, String> headers) {

    public Content {
        headers = Map.copyOf(headers);
    }
}
