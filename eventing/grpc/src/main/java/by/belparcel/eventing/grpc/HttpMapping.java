package by.belparcel.eventing.grpc;

import com.google.api.AnnotationsProto;
import com.google.api.HttpRule;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Message;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The google.api.http rule of one method, read once: which request its calls become. */
final class HttpMapping {

    private final String method;
    private final List<String> literals = new ArrayList<>();
    private final List<String> variables = new ArrayList<>();
    private final Set<String> inPath = new LinkedHashSet<>();
    private final boolean body;
    private final Map<String, String> always;

    private HttpMapping(String method, String template, boolean body, Map<String, String> always) {
        this.method = method;
        this.body = body;
        this.always = always;
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            literals.add(template.substring(from, open));
            variables.add(template.substring(open + 1, close));
            from = close + 1;
        }
        literals.add(template.substring(from));
        inPath.addAll(variables);
    }

    /** Empty for a method without a rule. The body of a rule is all fields or none. */
    static Optional<HttpMapping> of(MethodDescriptor rpc, Map<String, String> always) {
        if (!rpc.getOptions().hasExtension(AnnotationsProto.http)) {
            return Optional.empty();
        }
        HttpRule rule = rpc.getOptions().getExtension(AnnotationsProto.http);
        boolean body = rule.getBody().equals("*");
        return switch (rule.getPatternCase()) {
            case GET -> Optional.of(new HttpMapping("GET", rule.getGet(), body, always));
            case POST -> Optional.of(new HttpMapping("POST", rule.getPost(), body, always));
            case PUT -> Optional.of(new HttpMapping("PUT", rule.getPut(), body, always));
            case PATCH -> Optional.of(new HttpMapping("PATCH", rule.getPatch(), body, always));
            case DELETE -> Optional.of(new HttpMapping("DELETE", rule.getDelete(), body, always));
            default -> Optional.empty();
        };
    }

    /** @throws CallFailed when a field of the path cannot stand in a path */
    HttpCall request(Message message) {
        StringBuilder target = new StringBuilder(literals.getFirst());
        for (int i = 0; i < variables.size(); i++) {
            target.append(PathText.encode(variables.get(i), text(message, variables.get(i))))
                    .append(literals.get(i + 1));
        }
        if (body) {
            return new HttpCall(method, target.toString(), ProtoToJson.write(message, inPath));
        }
        char separator = '?';
        for (Map.Entry<String, String> each : query(message).entrySet()) {
            target.append(separator)
                    .append(each.getKey())
                    .append('=')
                    .append(URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8));
            separator = '&';
        }
        return new HttpCall(method, target.toString(), new byte[0]);
    }

    private Map<String, String> query(Message message) {
        Map<String, String> query = new LinkedHashMap<>(always);
        message.getAllFields().forEach((field, value) -> query.put(field.getName(), value.toString()));
        query.keySet().removeAll(inPath);
        return query;
    }

    private static String text(Message message, String name) {
        FieldDescriptor field = message.getDescriptorForType().findFieldByName(name);
        return message.getField(field).toString();
    }
}
