package by.belparcel.eventing.edge.call;

import by.belparcel.eventing.envelope.Json;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.catalog.SimpleFunctionRegistry;
import org.springframework.cloud.function.context.catalog.SimpleFunctionRegistry.FunctionInvocationWrapper;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.messaging.Message;
import org.springframework.messaging.converter.ByteArrayMessageConverter;
import org.springframework.messaging.converter.CompositeMessageConverter;
import reactor.core.publisher.Mono;

/**
 * The function catalogue of Spring Cloud Function, built by hand with only what it needs. Both shapes work on bytes, and
 * conversion is off in both directions, so the framework never touches a payload or a header.
 */
public final class Catalogue {

    /** Commands and queries. */
    public interface Answering extends Function<Message<byte[]>, Mono<Message<byte[]>>> {}

    /** Events and ticks: completion is the acknowledgement. */
    public interface Acknowledging extends Function<Message<byte[]>, Mono<Void>> {}

    private static final Type ANSWERING =
            new ParameterizedTypeReference<Function<Message<byte[]>, Mono<Message<byte[]>>>>() {}.getType();
    private static final Type ACKNOWLEDGING =
            new ParameterizedTypeReference<Function<Message<byte[]>, Mono<Void>>>() {}.getType();

    private final SimpleFunctionRegistry registry = new SimpleFunctionRegistry(
            null, new CompositeMessageConverter(List.of(new ByteArrayMessageConverter())), new NoJson());

    /** Registers a function and looks it up once, as its callers will call it. */
    public Answering register(String name, Answering function) {
        FunctionInvocationWrapper wrapper = registerAndLookUp(name, function, ANSWERING);
        return message -> answer(wrapper.apply(message));
    }

    public Acknowledging register(String name, Acknowledging function) {
        FunctionInvocationWrapper wrapper = registerAndLookUp(name, function, ACKNOWLEDGING);
        return message -> acknowledgement(wrapper.apply(message));
    }

    private FunctionInvocationWrapper registerAndLookUp(String name, Object function, Type type) {
        registry.register(new FunctionRegistration<>(function, name).type(type));
        FunctionInvocationWrapper wrapper = Objects.requireNonNull(registry.lookup(Function.class, name), name);
        wrapper.setSkipInputConversion(true);
        wrapper.setSkipOutputConversion(true);
        return wrapper;
    }

    @SuppressWarnings("unchecked")
    private static Mono<Message<byte[]>> answer(Object result) {
        return (Mono<Message<byte[]>>) result;
    }

    @SuppressWarnings("unchecked")
    private static Mono<Void> acknowledgement(Object result) {
        return (Mono<Void>) result;
    }

    /** The registry demands a mapper; with conversion off it is never asked. */
    private static final class NoJson extends org.springframework.cloud.function.json.JsonMapper {

        @Override
        protected <T> T doFromJson(Object json, Type type) {
            throw new UnsupportedOperationException("functions get bytes");
        }

        @Override
        public String toString(Object value) {
            return Json.mapper().writeValueAsString(value);
        }
    }
}
