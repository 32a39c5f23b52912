package by.belparcel.batching;

import static by.belparcel.eventing.handling.FunctionSpec.command;
import static by.belparcel.eventing.handling.FunctionSpec.on;
import static by.belparcel.eventing.handling.FunctionSpec.query;

import by.belparcel.batching.application.BatchTimers;
import by.belparcel.batching.application.CancelBatchReader;
import by.belparcel.batching.application.CloseBatchReader;
import by.belparcel.batching.application.DeliverBatchOnBatchDeliveredToPvz;
import by.belparcel.batching.application.FindParcelOnPvzOrderAccepted;
import by.belparcel.batching.application.GetBatchHandler;
import by.belparcel.batching.application.GiveUpParcelOnOrderLost;
import by.belparcel.batching.application.ListBatchesHandler;
import by.belparcel.batching.application.ListOpenBatchesHandler;
import by.belparcel.batching.application.ListWaitingOrdersHandler;
import by.belparcel.batching.application.MergeBatchesReader;
import by.belparcel.batching.application.MoveOrdersReader;
import by.belparcel.batching.application.PickOrderReader;
import by.belparcel.batching.application.PlanBatchesOnTripPlanChanged;
import by.belparcel.batching.application.PlanBatchesOnTripPlanned;
import by.belparcel.batching.application.SplitBatchReader;
import by.belparcel.batching.application.UnplanBatchesOnTripCancelled;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.PvzOrderEvent;
import by.belparcel.events.TripEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Routes and handlers of the context batching. */
public final class BatchingFunctions implements FunctionModule {

    private static final String READ = "batch.read";
    private static final String FORM = "batch.form";

    @Override
    public String name() {
        return "batching";
    }

    @Override
    public List<FunctionSpec> functions() {
        return List.of(
                command(
                        "closeBatch",
                        "POST",
                        "/batches/{id}/close",
                        FORM,
                        new CloseBatchReader(),
                        services -> new BatchingParts(services).closeBatch()),
                command(
                        "cancelBatch",
                        "POST",
                        "/batches/{id}/cancel",
                        FORM,
                        new CancelBatchReader(),
                        services -> new BatchingParts(services).cancelBatch()),
                command(
                        "removeOrderFromBatch",
                        "POST",
                        "/batches/{id}/remove",
                        FORM,
                        new PickOrderReader(),
                        services -> new BatchingParts(services).removeOrder()),
                command(
                        "addOrderToBatch",
                        "POST",
                        "/batches/{id}/add",
                        FORM,
                        new PickOrderReader(),
                        services -> new BatchingParts(services).addOrder()),
                command(
                        "moveOrdersBetweenBatches",
                        "POST",
                        "/batches/{id}/move",
                        FORM,
                        new MoveOrdersReader(),
                        services -> new BatchingParts(services).moveOrders()),
                command(
                        "splitBatch",
                        "POST",
                        "/batches/{id}/split",
                        FORM,
                        new SplitBatchReader(),
                        services -> new BatchingParts(services).splitBatch()),
                command(
                        "mergeBatches",
                        "POST",
                        "/batches/merge",
                        FORM,
                        new MergeBatchesReader(),
                        services -> new BatchingParts(services).mergeBatches()),
                query(
                        "listBatches",
                        "/batches",
                        READ,
                        Set.of("state", "warehouse", "dest", "age_gt", "limit", "cursor"),
                        services -> new ListBatchesHandler(new BatchingParts(services).reads())),
                query(
                        "listOpenBatches",
                        "/batches/open",
                        READ,
                        Set.of("warehouse", "limit", "cursor"),
                        services -> new ListOpenBatchesHandler(new BatchingParts(services).reads())),
                query(
                        "listWaitingOrders",
                        "/batches/waiting",
                        READ,
                        Set.of("limit", "cursor"),
                        services -> new ListWaitingOrdersHandler(new BatchingParts(services).reads())),
                query(
                        "getBatch",
                        "/batches/{id}",
                        READ,
                        Set.of(),
                        services -> new GetBatchHandler(new BatchingParts(services).reads())),
                on(
                        "batchOrderOnOrderConfirmed",
                        OrderEvent.Confirmed.TYPE,
                        services -> new BatchingParts(services).batchOrderOnOrderConfirmed()),
                on(
                        "batchOrderOnOrderArrivedAtHub",
                        OrderEvent.ArrivedAtHub.TYPE,
                        services -> new BatchingParts(services).batchOrderOnOrderArrivedAtHub()),
                on(
                        "removeOrderFromBatchOnOrderCancelled",
                        OrderEvent.Cancelled.TYPE,
                        services -> new BatchingParts(services).removeOrderOnOrderCancelled()),
                on(
                        "planBatchesOnTripPlanned",
                        TripEvent.Planned.TYPE,
                        services -> new PlanBatchesOnTripPlanned(new BatchingParts(services).plans())),
                on(
                        "planBatchesOnTripPlanChanged",
                        TripEvent.PlanChanged.TYPE,
                        services -> new PlanBatchesOnTripPlanChanged(new BatchingParts(services).plans())),
                on(
                        "unplanBatchesOnTripCancelled",
                        TripEvent.Cancelled.TYPE,
                        services -> new UnplanBatchesOnTripCancelled(new BatchingParts(services).plans())),
                on(
                        "pickUpBatchOnBatchPickedUp",
                        BatchEvent.PickedUp.TYPE,
                        services -> new BatchingParts(services).pickUpBatchOnBatchPickedUp()),
                on(
                        "deliverBatchOnBatchDeliveredToPvz",
                        BatchEvent.DeliveredToPvz.TYPE,
                        services -> new DeliverBatchOnBatchDeliveredToPvz(BatchingParts.CARRIER_FACTS)),
                on(
                        "disbandBatchOnBatchReceivedAtHub",
                        BatchEvent.ReceivedAtHub.TYPE,
                        services -> BatchingParts.disbandBatchOnBatchReceivedAtHub()),
                on(
                        "splitBatchOnBatchSplit",
                        BatchEvent.Split.TYPE,
                        services -> new BatchingParts(services).splitBatchOnBatchSplit()),
                on(
                        "receiveBatchOnBatchReceivedByPvz",
                        BatchEvent.ReceivedByPvz.TYPE,
                        services -> BatchingParts.receiveBatchOnBatchReceivedByPvz()),
                on(
                        "findParcelOnPvzOrderAccepted",
                        PvzOrderEvent.Accepted.TYPE,
                        services -> new FindParcelOnPvzOrderAccepted(BatchingParts.SETTLING)),
                on(
                        "giveUpParcelOnOrderLost",
                        OrderEvent.Lost.TYPE,
                        services -> new GiveUpParcelOnOrderLost(BatchingParts.SETTLING)),
                on(
                        "regroupOrdersOnReferenceUpdated",
                        PlatformEvent.ReferenceUpdated.TYPE,
                        services -> new BatchingParts(services).regroupOrdersOnReferenceUpdated()),
                on(
                        "closeBatchOnBatchAge",
                        PlatformEvent.TimerFired.TYPE,
                        Map.of("timerkind", BatchTimers.AGE),
                        services -> new BatchingParts(services).closeBatchOnBatchAge()),
                on(
                        "closeBatchOnBatchCutoff",
                        PlatformEvent.TimerFired.TYPE,
                        Map.of("timerkind", BatchTimers.CUTOFF),
                        services -> new BatchingParts(services).closeBatchOnBatchCutoff()));
    }
}
