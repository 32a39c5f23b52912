package by.belparcel.eventing.outbox;

/** What a publication needs besides its rows. */
record PublishingTools(
        OutboxProducer producer,
        RefusedTopics refusedTopics,
        OutboxLimits limits,
        OutboxMetrics metrics,
        CrashPoints points) {}
