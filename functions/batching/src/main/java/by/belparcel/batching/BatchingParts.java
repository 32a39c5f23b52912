package by.belparcel.batching;

import by.belparcel.batching.adapter.PostgresBatchReads;
import by.belparcel.batching.adapter.PostgresBatches;
import by.belparcel.batching.adapter.PostgresJournal;
import by.belparcel.batching.adapter.PostgresMembers;
import by.belparcel.batching.adapter.PostgresParcels;
import by.belparcel.batching.adapter.PostgresPlaces;
import by.belparcel.batching.adapter.PostgresReceipts;
import by.belparcel.batching.adapter.PostgresTrips;
import by.belparcel.batching.application.AddOrderHandler;
import by.belparcel.batching.application.BatchCancelling;
import by.belparcel.batching.application.BatchClosing;
import by.belparcel.batching.application.BatchGrowing;
import by.belparcel.batching.application.BatchOrderOnOrderArrivedAtHub;
import by.belparcel.batching.application.BatchOrderOnOrderConfirmed;
import by.belparcel.batching.application.BatchingTerms;
import by.belparcel.batching.application.CancelBatchHandler;
import by.belparcel.batching.application.CarrierFacts;
import by.belparcel.batching.application.CloseBatchHandler;
import by.belparcel.batching.application.CloseBatchOnBatchAge;
import by.belparcel.batching.application.CloseBatchOnBatchCutoff;
import by.belparcel.batching.application.DisbandBatchOnBatchReceivedAtHub;
import by.belparcel.batching.application.LeftBehind;
import by.belparcel.batching.application.MergeBatchesHandler;
import by.belparcel.batching.application.MoveOrdersHandler;
import by.belparcel.batching.application.OrderAdding;
import by.belparcel.batching.application.OrderRemoving;
import by.belparcel.batching.application.PickUpBatchOnBatchPickedUp;
import by.belparcel.batching.application.ReceiveBatchOnBatchReceivedByPvz;
import by.belparcel.batching.application.Reconciling;
import by.belparcel.batching.application.RegroupOrdersOnReferenceUpdated;
import by.belparcel.batching.application.RemoveOrderHandler;
import by.belparcel.batching.application.RemoveOrderOnOrderCancelled;
import by.belparcel.batching.application.Settling;
import by.belparcel.batching.application.SplitBatchHandler;
import by.belparcel.batching.application.SplitBatchOnBatchSplit;
import by.belparcel.batching.application.StrayOrders;
import by.belparcel.batching.application.TripPlans;
import by.belparcel.batching.application.TwoBatches;
import by.belparcel.eventing.handling.Services;

/** Wires handlers to adapters. */
final class BatchingParts {

    static final PostgresBatches BATCHES = new PostgresBatches();
    private static final PostgresMembers MEMBERS = new PostgresMembers();
    private static final PostgresParcels PARCELS = new PostgresParcels();
    private static final PostgresJournal JOURNAL = new PostgresJournal();
    private static final TwoBatches BOTH = new TwoBatches(BATCHES, MEMBERS);
    static final CarrierFacts CARRIER_FACTS = new CarrierFacts(BATCHES);
    private static final PostgresReceipts RECEIPTS = new PostgresReceipts();
    private static final Reconciling RECONCILING = new Reconciling(BATCHES, RECEIPTS);
    static final Settling SETTLING = new Settling(BATCHES, RECEIPTS, RECONCILING);

    private final BatchingTerms terms;
    private final PostgresPlaces places;
    private final BatchClosing closing;

    BatchingParts(Services services) {
        this.terms = BatchingTerms.from(services.settings());
        this.places = new PostgresPlaces(terms.limits());
        this.closing = new BatchClosing(BATCHES, MEMBERS, services.meter());
    }

    TripPlans plans() {
        return new TripPlans(new PostgresTrips(), BATCHES, closing);
    }

    BatchOrderOnOrderConfirmed batchOrderOnOrderConfirmed() {
        return new BatchOrderOnOrderConfirmed(PARCELS, adding());
    }

    BatchOrderOnOrderArrivedAtHub batchOrderOnOrderArrivedAtHub() {
        return new BatchOrderOnOrderArrivedAtHub(PARCELS, adding());
    }

    RemoveOrderOnOrderCancelled removeOrderOnOrderCancelled() {
        return new RemoveOrderOnOrderCancelled(PARCELS, BATCHES, MEMBERS, removing());
    }

    RegroupOrdersOnReferenceUpdated regroupOrdersOnReferenceUpdated() {
        return new RegroupOrdersOnReferenceUpdated(places, BATCHES, cancelling(), PARCELS, adding());
    }

    CloseBatchOnBatchAge closeBatchOnBatchAge() {
        return new CloseBatchOnBatchAge(places, BATCHES, closing);
    }

    CloseBatchOnBatchCutoff closeBatchOnBatchCutoff() {
        return new CloseBatchOnBatchCutoff(BATCHES, closing);
    }

    PickUpBatchOnBatchPickedUp pickUpBatchOnBatchPickedUp() {
        StrayOrders strays = new StrayOrders(BATCHES, MEMBERS, PARCELS, places, removing());
        LeftBehind leftBehind = new LeftBehind(BATCHES, MEMBERS, PARCELS, cancelling());
        return new PickUpBatchOnBatchPickedUp(CARRIER_FACTS, strays, leftBehind);
    }

    static DisbandBatchOnBatchReceivedAtHub disbandBatchOnBatchReceivedAtHub() {
        return new DisbandBatchOnBatchReceivedAtHub(CARRIER_FACTS, MEMBERS);
    }

    SplitBatchOnBatchSplit splitBatchOnBatchSplit() {
        return new SplitBatchOnBatchSplit(CARRIER_FACTS, BATCHES, MEMBERS, places);
    }

    static ReceiveBatchOnBatchReceivedByPvz receiveBatchOnBatchReceivedByPvz() {
        return new ReceiveBatchOnBatchReceivedByPvz(BATCHES, RECEIPTS, RECONCILING);
    }

    CloseBatchHandler closeBatch() {
        return new CloseBatchHandler(BATCHES, closing);
    }

    CancelBatchHandler cancelBatch() {
        return new CancelBatchHandler(BATCHES, cancelling(), JOURNAL);
    }

    RemoveOrderHandler removeOrder() {
        return new RemoveOrderHandler(BATCHES, MEMBERS, removing(), PARCELS, JOURNAL);
    }

    AddOrderHandler addOrder() {
        return new AddOrderHandler(BATCHES, MEMBERS, PARCELS, places, terms.grouping(), growing(), JOURNAL);
    }

    MoveOrdersHandler moveOrders() {
        return new MoveOrdersHandler(BOTH, places, removing(), growing(), closing, JOURNAL);
    }

    SplitBatchHandler splitBatch() {
        return new SplitBatchHandler(BATCHES, MEMBERS, places, removing(), closing, JOURNAL);
    }

    MergeBatchesHandler mergeBatches() {
        return new MergeBatchesHandler(BOTH, places, removing(), growing(), JOURNAL);
    }

    PostgresBatchReads reads() {
        return new PostgresBatchReads(places);
    }

    private OrderAdding adding() {
        return new OrderAdding(places, BATCHES, PARCELS, closing, terms.grouping());
    }

    private BatchGrowing growing() {
        return new BatchGrowing(BATCHES, closing);
    }

    private OrderRemoving removing() {
        return new OrderRemoving(places, BATCHES);
    }

    private BatchCancelling cancelling() {
        return new BatchCancelling(BATCHES, MEMBERS, PARCELS, adding());
    }
}
