package by.belparcel.tracking.stream.model;

import java.time.Duration;

/**
 * Limits of the stream (domain delivery.md section 6).
 *
 * @param pace least time between two positions of a trip
 * @param perSecond frames to one client
 * @param queued bytes that may wait for one client; beyond it the client gets a snapshot instead
 * @param poll how often the feed is read while there is a client
 * @param kept how old a cursor may be
 * @param refresh a client that got no cursor for so long gets one
 */
public record Limits(
        Duration pace,
        int perSecond,
        int queued,
        Duration poll,
        Duration kept,
        Duration refresh,
        int heartbeatSeconds) {}
