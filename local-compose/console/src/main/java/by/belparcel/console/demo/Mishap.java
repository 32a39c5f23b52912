package by.belparcel.console.demo;

import java.util.List;

/** What goes wrong with a simulated carrier, once. */
enum Mishap {
    NONE,
    /** Turns down the first trip that is offered. */
    REJECTS,
    /** Reports a breakdown half way to the first stop of the first trip. */
    BREAKS_DOWN,
    /** Stops reporting positions half way to the first stop; an operator gives the trip to somebody else. */
    GOES_SILENT;

    static final List<Mishap> ALL = List.of(REJECTS, BREAKS_DOWN, GOES_SILENT);
}
