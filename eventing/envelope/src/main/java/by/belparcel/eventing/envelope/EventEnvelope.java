package by.belparcel.eventing.envelope;

/**
 * An event as it travels: metadata and the JSON bytes of its payload (UTF-8, at most 64 KiB).
 * The array is owned by the envelope; nobody writes to it.
 */
public record EventEnvelope(EventMetadata metadata, byte[] data) {}
