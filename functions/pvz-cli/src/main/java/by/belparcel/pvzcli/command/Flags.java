package by.belparcel.pvzcli.command;

import by.belparcel.pvzcli.syntax.Flag;

/** Flags that several commands share. */
final class Flags {

    static final Flag ORDER = Flag.text("--order-id");
    static final Flag ORDERS = Flag.list("--order-ids");
    static final Flag USER = Flag.text("--user-id", "--customer-id");
    static final Flag STORAGE_UNTIL = Flag.text("--storage-until", "--expires");
    static final Flag PACKAGE = Flag.text("--package");
    static final Flag CELL = Flag.text("--cell");
    static final Flag REASON = Flag.text("--reason");
    static final Flag ATOMIC = Flag.toggle("--atomic");
    static final Flag PAGE = Flag.number("--page");
    static final Flag LIMIT = Flag.number("--limit");
    static final Flag FILE = Flag.text("--file");

    private Flags() {}
}
