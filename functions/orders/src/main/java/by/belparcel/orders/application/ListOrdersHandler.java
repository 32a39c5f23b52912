package by.belparcel.orders.application;

import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** {@code GET /orders}: what the caller may see, newest first unless {@code sort=created_at}. */
public final class ListOrdersHandler implements QueryHandler<Page<OrderView>> {

    private final OrderReads reads;
    private final ListScope scope;
    private final OrderPresenter presenter;

    public ListOrdersHandler(OrderReads reads, ListScope scope, OrderPresenter presenter) {
        this.reads = reads;
        this.scope = scope;
        this.presenter = presenter;
    }

    @Override
    public Mono<Outcome<Page<OrderView>>> handle(QueryContext context) {
        ListParameters parameters = new ListParameters(context.parameters());
        OrderFilter wanted = filter(parameters);
        if (!parameters.errors().isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.invalid(parameters.errors())));
        }
        Optional<OrderFilter> visible = scope.narrow(wanted, context.principal());
        if (visible.isEmpty()) {
            return Mono.just(Outcome.ok(new Page<>(List.of(), null)));
        }
        String name = name(wanted);
        Optional<String> cursor = context.parameters().query("cursor");
        Optional<OrderFilter.Position> after =
                cursor.flatMap(text -> context.cursors().read(name, text)).map(ListOrdersHandler::position);
        if (cursor.isPresent() && after.isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.of(
                    Rejection.Kind.INVALID, "CURSOR_MISMATCH", "The cursor does not belong to this list.")));
        }
        return reads.page(context.tx(), visible.get().after(after.orElse(null)))
                .map(rows -> Outcome.ok(page(rows, wanted.limit(), name, context)));
    }

    private Page<OrderView> page(List<OrderRecord> rows, int limit, String name, QueryContext context) {
        boolean more = rows.size() > limit;
        List<OrderRecord> shown = more ? rows.subList(0, limit) : rows;
        String next = more
                ? context.cursors()
                        .issue(
                                name,
                                List.of(
                                        shown.getLast().createdAt().toString(),
                                        shown.getLast().id()))
                : null;
        return new Page<>(
                shown.stream()
                        .map(order -> presenter.present(order, context.principal()))
                        .toList(),
                next);
    }

    private static OrderFilter filter(ListParameters parameters) {
        return new OrderFilter(
                parameters.states(),
                parameters.uuids("shop"),
                parameters.uuids("pvz"),
                parameters.uuid("warehouse"),
                parameters.time("created_from"),
                parameters.time("created_to"),
                parameters.phoneLast4(),
                parameters.q(),
                null,
                parameters.newestFirst(),
                null,
                parameters.limit());
    }

    /** Everything but page size and place: a cursor of one list does not fit another one. */
    private static String name(OrderFilter f) {
        return String.join(
                "|",
                "orders",
                f.states().toString(),
                f.shopIds().toString(),
                f.pvzIds().toString(),
                String.valueOf(f.warehouseId()),
                String.valueOf(f.createdFrom()),
                String.valueOf(f.createdTo()),
                String.valueOf(f.phoneLast4()),
                String.valueOf(f.q()),
                String.valueOf(f.newestFirst()));
    }

    private static OrderFilter.Position position(List<String> values) {
        return new OrderFilter.Position(Instant.parse(values.getFirst()), values.getLast());
    }
}
