package by.belparcel.orders.model;

/** Ways to reach a recipient. */
public enum NotifyChannel {
    SMS,
    EMAIL,
    PUSH
}
