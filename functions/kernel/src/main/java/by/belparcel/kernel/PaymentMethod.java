package by.belparcel.kernel;

/** How an order is paid. */
public enum PaymentMethod {
    CARD_PREPAID,
    PAY_ON_PICKUP,
    SHOP_ACCOUNT
}
