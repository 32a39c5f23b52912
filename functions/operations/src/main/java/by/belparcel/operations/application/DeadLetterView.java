package by.belparcel.operations.application;

import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.envelope.Json;
import by.belparcel.operations.model.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A dead letter as an operator sees it. Events hold nothing personal, so nothing is masked. */
public record DeadLetterView(
        String id,
        String consumer,
        String type,
        String key,
        String reason,
        String errorClass,
        String errorText,
        String fingerprint,
        int attempts,
        int redrives,
        String state,
        @Nullable String assignee,
        Instant firstAt,
        Instant lastAt,
        long version,
        @Nullable EventMetadata event,
        @Nullable JsonNode data,
        @Nullable List<Note> notes) {

    public record Note(String author, String text, Instant at) {}

    static DeadLetterView summary(DeadLetter d) {
        return view(d, null, null, null);
    }

    static DeadLetterView whole(DeadLetter d, List<Note> notes) {
        return view(d, d.event().metadata(), json(d.event().data()), notes);
    }

    private static DeadLetterView view(
            DeadLetter d, @Nullable EventMetadata event, @Nullable JsonNode data, @Nullable List<Note> notes) {
        return new DeadLetterView(
                d.id(),
                d.consumer(),
                d.event().metadata().type(),
                d.event().metadata().partitionKey(),
                d.reason(),
                d.errorClass(),
                d.errorText(),
                d.fingerprint(),
                d.attempts(),
                d.redrives(),
                d.state().name(),
                d.assignee(),
                d.firstAt(),
                d.lastAt(),
                d.version(),
                event,
                data,
                notes);
    }

    /** The payload as JSON, or as text where it is none: that may be why it is here. */
    private static JsonNode json(byte[] data) {
        try {
            return Json.mapper().readTree(data);
        } catch (JacksonException e) {
            return Json.mapper().getNodeFactory().stringNode(new String(data, StandardCharsets.UTF_8));
        }
    }
}
