package by.belparcel.orders.model;

import by.belparcel.kernel.OrderState;
import org.jspecify.annotations.Nullable;

/**
 * How shops and the tracking page name a state (domain orders-and-payments 1.7).
 *
 * @param code one of the public vocabulary
 * @param detail finer than the code, absent where there is nothing finer
 */
public record PublicStatus(String code, @Nullable String detail, String ru, String be, String en) {

    public static PublicStatus of(OrderState state) {
        return switch (state) {
            case CREATED, AUTHORIZED -> of(state, null, "Оформляется", "Афармляецца", "Being prepared");
            case CONFIRMED, BATCHED -> of(state, "accepted", "Принят к доставке", "Прыняты да дастаўкі", "Accepted");
            case IN_TRANSIT -> of(state, null, "В пути", "У дарозе", "In transit");
            case AT_HUB -> of(state, "sorting", "На сортировке", "На сартаванні", "Sorting");
            case AT_PVZ -> of(state, "arrived", "Прибыл в пункт", "Прыбыў у пункт", "Arrived at point");
            case READY -> of(state, null, "Можно забрать", "Можна забраць", "Ready for pick-up");
            case OVERDUE ->
                of(state, "storage_expired", "Срок хранения истёк", "Тэрмін захоўвання скончыўся", "Storage expired");
            case ISSUED -> of(state, null, "Выдан", "Выдадзены", "Collected");
            case CLIENT_RETURNED, RETURNING -> of(state, null, "Возвращается", "Вяртаецца", "Returning");
            case RETURNED -> of(state, "returned", "Возвращён отправителю", "Вернуты адпраўніку", "Returned to sender");
            case MISSING -> of(state, "investigation", "Уточняем", "Удакладняем", "Being checked");
            case LOST -> of(state, "carrier_lost", "Утерян", "Страчаны", "Lost");
            case CANCELLED -> of(state, null, "Отменён", "Скасаваны", "Cancelled");
        };
    }

    private static PublicStatus of(OrderState state, @Nullable String detail, String ru, String be, String en) {
        return new PublicStatus(state.publicCode(), detail, ru, be, en);
    }
}
