package by.belparcel.eventing.grpc;

import by.belparcel.eventing.envelope.Json;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A message as the JSON that the HTTP side reads: the proto's own field names, only fields that are present, 64-bit integers
 * as numbers (the canonical mapping makes them texts).
 */
final class ProtoToJson {

    private ProtoToJson() {}

    /** @param without top-level fields that stand elsewhere, such as in the path */
    static byte[] write(Message message, Set<String> without) {
        Map<String, Object> body = object(message);
        body.keySet().removeAll(without);
        return Json.mapper().writeValueAsBytes(body);
    }

    private static Map<String, Object> object(Message message) {
        Map<String, Object> object = new LinkedHashMap<>();
        message.getAllFields().forEach((field, value) -> object.put(field.getName(), value(field, value)));
        return object;
    }

    private static Object value(FieldDescriptor field, Object value) {
        if (field.isMapField()) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (Object entry : (List<?>) value) {
                Message pair = (Message) entry;
                FieldDescriptor key = pair.getDescriptorForType().findFieldByNumber(1);
                FieldDescriptor of = pair.getDescriptorForType().findFieldByNumber(2);
                map.put(pair.getField(key).toString(), single(pair.getField(of)));
            }
            return map;
        }
        return field.isRepeated()
                ? ((List<?>) value).stream().map(ProtoToJson::single).toList()
                : single(value);
    }

    /** No switch over types: its call site would be linked anew in every cold process. */
    private static Object single(Object value) {
        if (value instanceof Message message) {
            return object(message);
        }
        if (value instanceof EnumValueDescriptor constant) {
            return constant.getName();
        }
        if (value instanceof ByteString bytes) {
            return Base64.getEncoder().encodeToString(bytes.toByteArray());
        }
        return value;
    }
}
