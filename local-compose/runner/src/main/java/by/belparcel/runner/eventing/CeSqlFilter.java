package by.belparcel.runner.eventing;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.sql.Expression;
import io.cloudevents.sql.Parser;
import java.net.URI;
import java.time.OffsetDateTime;

/** The dialect cesql; whatever goes wrong while it is evaluated means no match. */
final class CeSqlFilter implements EventFilter {

    private final Expression expression;

    CeSqlFilter(String text) {
        this.expression = Parser.parseDefault(text);
    }

    @Override
    public boolean matches(Event event) {
        try {
            return Boolean.TRUE.equals(expression.tryEvaluate(cloudEvent(event)));
        } catch (RuntimeException e) { // EvaluationException, or an attribute that is no URI
            return false;
        }
    }

    private static CloudEvent cloudEvent(Event event) {
        CloudEventBuilder builder = CloudEventBuilder.v1();
        event.attributes().forEach((name, value) -> {
            switch (name) {
                case "specversion" -> {}
                case "id" -> builder.withId(value);
                case "source" -> builder.withSource(URI.create(value));
                case "type" -> builder.withType(value);
                case "subject" -> builder.withSubject(value);
                case "time" -> builder.withTime(OffsetDateTime.parse(value));
                case "datacontenttype" -> builder.withDataContentType(value);
                case "dataschema" -> builder.withDataSchema(URI.create(value));
                default -> builder.withExtension(name, value);
            }
        });
        return builder.build();
    }
}
