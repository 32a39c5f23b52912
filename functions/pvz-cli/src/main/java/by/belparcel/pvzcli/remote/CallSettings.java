package by.belparcel.pvzcli.remote;

import java.time.Duration;

/**
 * How calls are made.
 *
 * @param token access token, empty for none
 * @param timeout of one attempt
 * @param retries further attempts when the pick-up point was not there
 * @param key idempotency key of the command
 */
public record CallSettings(
        Endpoint endpoint, String token, String language, Duration timeout, int retries, String key) {}
