package by.belparcel.apidocs.application;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.Content;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Answers one file of a shelf, or 404. */
public final class ShowFile implements QueryHandler<Content> {

    private final FileShelf shelf;
    private final Function<RequestParameters, String> name;
    private final Map<String, String> headers;

    private ShowFile(FileShelf shelf, Function<RequestParameters, String> name, Map<String, String> headers) {
        this.shelf = shelf;
        this.name = name;
        this.headers = Map.copyOf(headers);
    }

    /** Always the same file. */
    public static ShowFile fixed(FileShelf shelf, String name, Map<String, String> headers) {
        return new ShowFile(shelf, parameters -> name, headers);
    }

    /** The file that the path variable {@code file} names. */
    public static ShowFile named(FileShelf shelf, Map<String, String> headers) {
        return new ShowFile(shelf, parameters -> parameters.variable("file"), headers);
    }

    @Override
    public Mono<Outcome<Content>> handle(QueryContext context) {
        RequestParameters parameters = context.parameters();
        return Mono.fromSupplier(() -> shelf.find(name.apply(parameters))
                .map(file ->
                        file.answer(parameters.header("if-none-match"), parameters.header("accept-encoding"), headers))
                .orElseGet(() -> Outcome.refused(Rejection.notFound("FILE"))));
    }
}
