package by.belparcel.runner.serving;

import java.util.concurrent.CompletableFuture;

/** A request that waits for an instance; {@code cold}: there was no ready one when it came. */
record Waiter(CompletableFuture<Lease> lease, long arrived, boolean cold) {}
