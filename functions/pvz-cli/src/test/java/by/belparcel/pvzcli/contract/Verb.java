package by.belparcel.pvzcli.contract;

import by.belparcel.pvz.v1.AcceptOrderRequest;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import java.util.Locale;
import java.util.Map;

/** What can be done, under its three names. The HTTP names stand here as the domain has them, not as the contract is annotated. */
enum Verb {
    ACCEPT("AcceptOrder", "POST /pvz/v1/orders:accept", Map.of()),
    ISSUE("ProcessOrders", "POST /pvz/v1/orders:process", Map.of("action", "ISSUE")),
    CLIENT_RETURN("ProcessOrders", "POST /pvz/v1/orders:process", Map.of("action", "RETURN")),
    RETURN_COURIER("ReturnOrderToCourier", "POST /pvz/v1/orders/{order_id}:return-to-courier", Map.of()),
    REFUSE("RefuseOrder", "POST /pvz/v1/orders/{order_id}:refuse", Map.of()),
    EXTEND("ExtendStorage", "POST /pvz/v1/orders/{order_id}:extend", Map.of()),
    MOVE("MoveCell", "POST /pvz/v1/orders/{order_id}:move", Map.of()),
    IMPORT("ImportOrders", "POST /pvz/v1/orders:import", Map.of()),
    LIST_ORDERS("ListOrders", "GET /pvz/v1/clients/{user_id}/orders", Map.of()),
    SCROLL_ORDERS("ScrollOrders", "GET /pvz/v1/clients/{user_id}/orders", Map.of("last_id", "0")),
    LIST_RETURNS("ListReturns", "GET /pvz/v1/returns", Map.of()),
    HISTORY("GetHistory", "GET /pvz/v1/orders/history", Map.of()),
    PARCEL_HISTORY("GetOrderHistory", "GET /pvz/v1/orders/{order_id}/history", Map.of()),
    OVERDUE("ListOverdue", "GET /pvz/v1/orders:overdue", Map.of()),
    CAPACITY("GetCapacity", "GET /pvz/v1/points/{pvz_id}/capacity", Map.of()),
    RECONCILE("Reconcile", "POST /pvz/v1/points/{pvz_id}:reconcile", Map.of());

    final String rpc;
    final String http;
    /** Fields that the command line's command says by its name. */
    final Map<String, String> implied;

    Verb(String rpc, String http, Map<String, String> implied) {
        this.rpc = rpc;
        this.http = http;
        this.implied = implied;
    }

    static Verb of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String command() {
        return this == PARCEL_HISTORY
                ? "history"
                : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Descriptor request() {
        return method().getInputType();
    }

    Descriptor reply() {
        return method().getOutputType();
    }

    private MethodDescriptor method() {
        return AcceptOrderRequest.getDescriptor()
                .getFile()
                .findServiceByName("PvzService")
                .findMethodByName(rpc);
    }
}
