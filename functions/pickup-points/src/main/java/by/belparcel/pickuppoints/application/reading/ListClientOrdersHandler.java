package by.belparcel.pickuppoints.application.reading;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.pickuppoints.application.Fields;
import by.belparcel.pickuppoints.application.ParcelView;
import by.belparcel.pickuppoints.model.Parcel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * {@code GET /pvz/v1/clients/{id}/orders}: by page, the last N, or a scroll. A worker sees what is or was at the own point,
 * other staff the whole network.
 */
public final class ListClientOrdersHandler implements QueryHandler<ClientOrders> {

    private static final String BEGINNING = "0";

    private final ClientLists lists;

    public ListClientOrdersHandler(ClientLists lists) {
        this.lists = lists;
    }

    @Override
    public Mono<Outcome<ClientOrders>> handle(QueryContext context) {
        RequestParameters parameters = context.parameters();
        if (conflicting(parameters)) {
            return Mono.just(Outcome.refused(Rejection.of(
                    Rejection.Kind.INVALID,
                    "PAGINATION_CONFLICT",
                    "A list is read by page and limit, or by last, or by last_id.")));
        }
        ListParameters list = new ListParameters(parameters);
        Paging paging = list.paging();
        Optional<Paging> last = list.last().map(Paging::first);
        Optional<String> lastId = list.lastId();
        boolean inPvz = list.flag("in_pvz");
        String client = client(parameters, list);
        String own = context.principal().claim("pvz_id");
        Optional<Rejection> refusal =
                list.refusal().or(() -> context.denied(own == null ? Map.of() : Map.of("pvz_id", own), "PVZ"));
        if (refusal.isEmpty() && own != null && !PathId.isId(own)) {
            refusal = Optional.of(Rejection.notFound("PVZ"));
        }
        if (refusal.isPresent()) {
            return Mono.just(Outcome.refused(refusal.get()));
        }
        ClientFilter filter = new ClientFilter(client, own, inPvz);
        return lastId.isPresent()
                ? scroll(context, filter, lastId.get(), paging.limit())
                : page(context, filter, last.orElse(paging));
    }

    private Mono<Outcome<ClientOrders>> page(QueryContext context, ClientFilter filter, Paging paging) {
        return lists.page(context.tx(), filter, paging)
                .map(listed -> Outcome.ok(ClientOrders.ParcelPage.of(listed, paging)));
    }

    private Mono<Outcome<ClientOrders>> scroll(QueryContext context, ClientFilter filter, String lastId, int limit) {
        Mono<List<Parcel>> rows = lastId.equals(BEGINNING)
                ? lists.page(context.tx(), filter, Paging.first(limit + 1)).map(Listed::parcels)
                : lists.after(context.tx(), filter, lastId, limit).map(ClientLists.Portion::parcels);
        return rows.zipWith(lists.now(context.tx()), (parcels, now) -> {
                    boolean more = parcels.size() > limit;
                    List<Parcel> shown = more ? parcels.subList(0, limit) : parcels;
                    List<ParcelView> views = shown.stream()
                            .map(parcel -> ParcelView.of(parcel, now))
                            .toList();
                    return Outcome.<ClientOrders>ok(new ClientOrders.Scroll(
                            views, more ? shown.getLast().id() : null));
                })
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.invalid(
                        FieldError.of("/last_id", "LAST_ID", "must be 0 or the next_last_id of an answer")))));
    }

    private static boolean conflicting(RequestParameters parameters) {
        boolean page = parameters.query("page").isPresent();
        boolean limit = parameters.query("limit").isPresent();
        boolean last = parameters.query("last").isPresent();
        boolean scroll = parameters.query("last_id").isPresent();
        return last && (page || limit || scroll) || scroll && page;
    }

    private static String client(RequestParameters parameters, ListParameters list) {
        Input path = Input.of(Json.mapper().valueToTree(Map.of("user_id", parameters.variable("id"))));
        Optional<String> client = Fields.user(path, "user_id");
        list.reject(path.problems());
        return client.orElse("");
    }
}
