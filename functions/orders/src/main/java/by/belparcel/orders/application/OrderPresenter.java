package by.belparcel.orders.application;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.kernel.Dimensions;
import by.belparcel.orders.model.NotifyChannel;
import by.belparcel.orders.model.Options;
import by.belparcel.orders.model.Parcel;
import by.belparcel.orders.model.Recipient;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows an order to a reader: who may see the whole contact, who a masked phone, who no price (quality section 7). */
public final class OrderPresenter {

    private static final Set<String> WHOLE_CONTACT = Set.of("operator", "moderator", "admin", "shop", "client");
    private static final Set<String> PRICE =
            Set.of("operator", "moderator", "admin", "shop", "client", "auditor", "agent", "analyst", "service");

    private final ContactVault vault;

    public OrderPresenter(ContactVault vault) {
        this.vault = vault;
    }

    public OrderView present(OrderRecord order, Principal reader) {
        boolean whole = any(reader, WHOLE_CONTACT);
        boolean priced = any(reader, PRICE);
        SealedContact sealed = order.contact();
        Contact contact = sealed == null ? null : vault.open(order.id(), sealed);
        return new OrderView(
                order.id(),
                order.number(),
                order.shopId(),
                order.shopOrderRef(),
                order.warehouseId(),
                order.pvzId(),
                order.state(),
                order.state().publicCode(),
                order.version(),
                order.onHold(),
                order.cancelReason(),
                order.paymentMethod(),
                priced ? order.price().total() : null,
                priced ? order.price().lines() : null,
                priced ? order.price().rulesetVersion() : null,
                order.goodsAmount(),
                order.quoteId(),
                payment(order),
                order.progress().ticketId(),
                options(order.options()),
                order.parcels().stream().map(OrderPresenter::parcel).toList(),
                order.weightG(),
                order.volumeCm3(),
                contact == null ? null : recipient(contact.recipient(), whole),
                order.desiredDate(),
                order.promisedAt(),
                contact == null || !whole ? null : contact.comment(),
                whole ? vault.trackingToken(order.number()) : null,
                order.correlationId(),
                order.createdAt(),
                order.updatedAt());
    }

    private static OrderView.RecipientView recipient(Recipient recipient, boolean whole) {
        return new OrderView.RecipientView(
                recipient.name(),
                whole ? recipient.phone().e164() : recipient.phone().masked(),
                whole ? recipient.email() : null,
                recipient.locale().code(),
                whole ? recipient.notifyBy().stream().map(NotifyChannel::name).toList() : null);
    }

    private static OrderView.ParcelView parcel(Parcel parcel) {
        Dimensions size = parcel.size();
        return new OrderView.ParcelView(
                parcel.no(),
                parcel.weightG(),
                size == null ? null : size.l(),
                size == null ? null : size.w(),
                size == null ? null : size.h(),
                parcel.declaredValue(),
                parcel.fragile(),
                parcel.contains(),
                parcel.volumeCm3(),
                size == null);
    }

    private static OrderView.OptionsView options(Options o) {
        return new OrderView.OptionsView(
                o.insurance(), o.ageCheck(), o.idCheck(), o.partialIssue(), o.packaging(), o.service());
    }

    /** Until the payment says more than that it is authorised, the order itself knows its id. */
    private static OrderView.@Nullable PaymentView payment(OrderRecord order) {
        PaymentFact fact = order.payment();
        if (fact != null) {
            boolean pending = fact.state() == PaymentFact.State.REFUND_PENDING;
            return new OrderView.PaymentView(fact.paymentId(), fact.state().name(), fact.code(), pending, fact.at());
        }
        String id = order.progress().paymentId();
        return id == null
                ? null
                : new OrderView.PaymentView(id, PaymentFact.State.AUTHORIZED.name(), null, false, null);
    }

    private static boolean any(Principal reader, Set<String> roles) {
        return reader.roles().stream().anyMatch(roles::contains);
    }
}
