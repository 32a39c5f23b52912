package by.belparcel.pvzcli.output;

import com.google.gson.stream.JsonWriter;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.MessageOrBuilder;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** A reply as JSON with the names of the contract, which are those of HTTP. Lists always stand, absent values never. */
public final class MessageJson {

    private MessageJson() {}

    public static String of(MessageOrBuilder message) {
        return written(json -> write(json, message));
    }

    /** An error in the form of the pick-up point's HTTP answers. */
    public static String error(Map<String, String> members, List<String> fields) {
        return written(json -> {
            json.beginObject().name("error").beginObject();
            for (Map.Entry<String, String> member : members.entrySet()) {
                json.name(member.getKey()).value(member.getValue());
            }
            json.name("fields").beginArray();
            for (String field : fields) {
                json.value(field);
            }
            json.endArray().endObject().endObject();
        });
    }

    private interface Body {
        void write(JsonWriter json) throws IOException;
    }

    private static String written(Body body) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // What a terminal would obey stands only inside of texts here, where its escape means the same.
        return SafeText.escaped(text.toString());
    }

    private static void write(JsonWriter json, MessageOrBuilder message) throws IOException {
        json.beginObject();
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            if (field.isRepeated()) {
                json.name(field.getName()).beginArray();
                for (int i = 0; i < message.getRepeatedFieldCount(field); i++) {
                    value(json, message.getRepeatedField(field, i));
                }
                json.endArray();
            } else if (!field.hasPresence() || message.hasField(field)) {
                value(json.name(field.getName()), message.getField(field));
            }
        }
        json.endObject();
    }

    private static void value(JsonWriter json, Object value) throws IOException {
        if (value instanceof MessageOrBuilder message) {
            write(json, message);
        } else if (value instanceof Boolean flag) {
            json.value(flag);
        } else if (value instanceof Number number) {
            json.value(number);
        } else {
            json.value(value.toString());
        }
    }
}
