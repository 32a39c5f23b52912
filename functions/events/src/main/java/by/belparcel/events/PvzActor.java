package by.belparcel.events;

/**
 * Who acted at the counter.
 *
 * @param type courier, client, worker or system
 */
public record PvzActor(String type, String id) {}
