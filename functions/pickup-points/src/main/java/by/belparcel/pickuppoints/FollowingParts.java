package by.belparcel.pickuppoints;

import by.belparcel.eventing.cache.Cache;
import by.belparcel.eventing.handling.Services;
import by.belparcel.pickuppoints.adapter.PostgresAnnouncements;
import by.belparcel.pickuppoints.adapter.PostgresDeadlines;
import by.belparcel.pickuppoints.adapter.PostgresInboundBatches;
import by.belparcel.pickuppoints.adapter.PostgresPlacements;
import by.belparcel.pickuppoints.adapter.PostgresPointBook;
import by.belparcel.pickuppoints.application.counter.CounterTerms;
import by.belparcel.pickuppoints.application.following.AdoptPointOnReferenceUpdated;
import by.belparcel.pickuppoints.application.following.AnnounceParcelsOnOrderBatched;
import by.belparcel.pickuppoints.application.following.DropParcelsOnOrderCancelled;
import by.belparcel.pickuppoints.application.following.ExpectParcelsOnBatchPickedUp;
import by.belparcel.pickuppoints.application.following.Expecting;
import by.belparcel.pickuppoints.application.following.ExpireOnTimer;
import by.belparcel.pickuppoints.application.following.RememberBatchOnBatchDelivered;
import by.belparcel.pickuppoints.application.following.RememberDestinationOnBatchClosed;
import by.belparcel.pickuppoints.application.following.RemindOnTimer;
import by.belparcel.pickuppoints.application.following.RepointParcelsOnBatchSplit;
import by.belparcel.pickuppoints.application.following.StorageTerms;

/** Wires what follows other contexts and the clock. */
final class FollowingParts {

    static final PostgresInboundBatches BATCHES = new PostgresInboundBatches();
    private static final PostgresAnnouncements ANNOUNCEMENTS = new PostgresAnnouncements();
    private static final PostgresPlacements PLACEMENTS = new PostgresPlacements();
    private static final PostgresDeadlines DEADLINES = new PostgresDeadlines();

    private final Services services;
    private final Expecting expecting;

    FollowingParts(Services services) {
        this.services = services;
        this.expecting = new Expecting(
                BATCHES,
                ANNOUNCEMENTS,
                PickupPointsParts.PARCELS,
                CounterTerms.from(services.settings()).packages());
    }

    AnnounceParcelsOnOrderBatched announceParcels() {
        return new AnnounceParcelsOnOrderBatched(BATCHES, ANNOUNCEMENTS, PLACEMENTS, expecting);
    }

    DropParcelsOnOrderCancelled dropParcels(Cache cache) {
        return new DropParcelsOnOrderCancelled(ANNOUNCEMENTS, cache);
    }

    RememberDestinationOnBatchClosed rememberDestination() {
        return new RememberDestinationOnBatchClosed(BATCHES, expecting);
    }

    ExpectParcelsOnBatchPickedUp expectParcels() {
        return new ExpectParcelsOnBatchPickedUp(BATCHES, PLACEMENTS, expecting);
    }

    RememberBatchOnBatchDelivered rememberBatch() {
        return new RememberBatchOnBatchDelivered(BATCHES, expecting);
    }

    RepointParcelsOnBatchSplit repointParcels() {
        return new RepointParcelsOnBatchSplit(BATCHES, PLACEMENTS, expecting);
    }

    static AdoptPointOnReferenceUpdated adoptPoint() {
        return new AdoptPointOnReferenceUpdated(new PostgresPointBook());
    }

    RemindOnTimer remind() {
        return new RemindOnTimer(DEADLINES, StorageTerms.from(services.settings()));
    }

    ExpireOnTimer expire() {
        return new ExpireOnTimer(DEADLINES, PickupPointsParts.PARCELS);
    }
}
