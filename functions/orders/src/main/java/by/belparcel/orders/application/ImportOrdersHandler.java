package by.belparcel.orders.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.OrderEvent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * {@code POST /orders/import}. Every row is placed or refused by itself; all of it happens in the command's transaction, so
 * that a repeated request finds either everything or nothing. The answer is the finished job.
 */
public final class ImportOrdersHandler implements CommandHandler<ImportOrders, ImportView> {

    private final OrderPlacing placing;
    private final Imports imports;

    public ImportOrdersHandler(OrderPlacing placing, Imports imports) {
        this.placing = placing;
        this.imports = imports;
    }

    @Override
    public Mono<Outcome<ImportView>> handle(ImportOrders command, CommandContext context) {
        String shopId = command.shopId() != null
                ? command.shopId()
                : context.principal().claim("shop_id");
        if (shopId == null) {
            return Mono.just(Outcome.refused(Rejection.invalid(
                    FieldError.of("/shop_id", "REQUIRED", "is required unless a shop itself calls"))));
        }
        Optional<Rejection> denied = context.denied(Map.of("shop_id", shopId), "SHOP");
        if (denied.isPresent()) {
            return Mono.just(Outcome.refused(denied.get()));
        }
        OrderPlacing.Scope scope = Scopes.of(context);
        return Flux.fromIterable(command.rows())
                .index()
                .concatMap(row -> place(row.getT1().intValue() + 1, row.getT2(), shopId, scope))
                .collectList()
                .flatMap(results -> finish(shopId, results, context));
    }

    private Mono<ImportView.Row> place(int no, JsonNode row, String shopId, OrderPlacing.Scope scope) {
        if (!row.isObject()) {
            return Mono.just(failed(no, null, Rejection.invalid(FieldError.of("", "TYPE", "must be an object"))));
        }
        Input input = Input.of(row);
        PlaceOrder order = PlaceOrderReader.read(input);
        List<FieldError> problems = input.problems();
        if (!problems.isEmpty()) {
            return Mono.just(failed(no, order, Rejection.invalid(problems)));
        }
        if (order.shopId() != null && !order.shopId().equals(shopId)) {
            return Mono.just(failed(no, order, Rejection.notFound("SHOP")));
        }
        return placing.place(shopId, order, scope).map(outcome -> switch (outcome) {
            case Outcome.Refused<OrderRecord>(Rejection rejection, boolean _) -> failed(no, order, rejection);
            case Outcome.Success<OrderRecord> success -> placed(no, Objects.requireNonNull(success.body()));
        });
    }

    private Mono<Outcome<ImportView>> finish(String shopId, List<ImportView.Row> results, CommandContext context) {
        int ok = (int) results.stream().filter(ImportView.Row::ok).count();
        int failed = results.size() - ok;
        ImportView view =
                new ImportView(context.newId(), shopId, new ImportView.Summary(ok, failed), results, context.now());
        context.emit(new OrderEvent.ImportFinished(view.id(), ok, failed, context.now()), 1);
        return imports.add(context.tx(), view).thenReturn(Outcome.accepted(view, "/orders/imports/" + view.id()));
    }

    private static ImportView.Row placed(int no, OrderRecord order) {
        return new ImportView.Row(no, true, order.id(), order.number(), order.shopOrderRef(), null, null);
    }

    private static ImportView.Row failed(int no, @Nullable PlaceOrder order, Rejection rejection) {
        Object existing = rejection.members().get("order_id");
        String reason = rejection.errors().isEmpty()
                ? rejection.detail()
                : rejection.errors().getFirst().pointer() + " "
                        + rejection.errors().getFirst().detail();
        return new ImportView.Row(
                no,
                false,
                existing == null ? null : existing.toString(),
                null,
                order == null ? null : order.shopOrderRef(),
                rejection.code(),
                reason);
    }
}
