package by.belparcel.eventing.grpc;

import by.belparcel.eventing.envelope.Json;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The HTTP side's JSON as a message: unknown members are skipped, null is absent, a number may fill a text. */
final class JsonToProto {

    private JsonToProto() {}

    /** @throws RuntimeException when the JSON is not of this message: an error of the program, not of the caller */
    static DynamicMessage read(Descriptor type, byte[] json) {
        return json.length == 0
                ? DynamicMessage.getDefaultInstance(type)
                : message(type, Json.mapper().readTree(json));
    }

    private static DynamicMessage message(Descriptor type, JsonNode json) {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
        for (FieldDescriptor field : type.getFields()) {
            JsonNode value = json.get(field.getName());
            if (value == null || value.isNull()) {
                continue;
            }
            if (field.isMapField()) {
                map(message, field, value);
            } else if (field.isRepeated()) {
                value.forEach(each -> message.addRepeatedField(field, single(field, each)));
            } else {
                message.setField(field, single(field, value));
            }
        }
        return message.build();
    }

    private static void map(DynamicMessage.Builder message, FieldDescriptor field, JsonNode value) {
        Descriptor entry = field.getMessageType();
        FieldDescriptor key = entry.findFieldByNumber(1);
        FieldDescriptor of = entry.findFieldByNumber(2);
        for (Map.Entry<String, JsonNode> each : value.properties()) {
            message.addRepeatedField(
                    field,
                    DynamicMessage.newBuilder(entry)
                            .setField(
                                    key,
                                    single(key, Json.mapper().getNodeFactory().stringNode(each.getKey())))
                            .setField(of, single(of, each.getValue()))
                            .build());
        }
    }

    private static Object single(FieldDescriptor field, JsonNode value) {
        return switch (field.getJavaType()) {
            case INT -> Math.toIntExact(whole(value));
            case LONG -> whole(value);
            case FLOAT -> (float) value.asDouble();
            case DOUBLE -> value.asDouble();
            case BOOLEAN -> value.asBoolean();
            case STRING -> value.asString();
            case BYTE_STRING -> ByteString.copyFrom(Base64.getDecoder().decode(value.asString()));
            case ENUM -> constant(field, value.asString());
            case MESSAGE -> message(field.getMessageType(), value);
        };
    }

    private static long whole(JsonNode value) {
        return value.isNumber() ? value.longValue() : Long.parseLong(value.asString());
    }

    private static EnumValueDescriptor constant(FieldDescriptor field, String name) {
        EnumValueDescriptor found = field.getEnumType().findValueByName(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    name + " is no " + field.getEnumType().getName());
        }
        return found;
    }
}
