package by.belparcel.batching.application;

import static by.belparcel.batching.BatchFixture.BREST_HUB;
import static by.belparcel.batching.BatchFixture.BREST_PVZ;
import static by.belparcel.batching.BatchFixture.NOW;
import static by.belparcel.batching.BatchFixture.OTHER_PVZ;
import static by.belparcel.batching.BatchFixture.PVZ;
import static by.belparcel.batching.BatchFixture.aBatchedOrder;
import static by.belparcel.batching.BatchFixture.aClosedBatch;
import static by.belparcel.batching.BatchFixture.aPlannedBatch;
import static by.belparcel.batching.BatchFixture.id;
import static by.belparcel.batching.BatchFixture.openBatch;
import static by.belparcel.batching.BatchFixture.orders;
import static by.belparcel.batching.BatchFixture.planChanged;
import static by.belparcel.batching.BatchFixture.planned;
import static by.belparcel.batching.ReceiptFixture.aDeliveredBatch;

import by.belparcel.batching.BatchFixture;
import by.belparcel.batching.ReceiptFixture;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.BatchPart;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.ServiceClass;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every event function of batching keeps the contract: duplicates, crashes, cancellation, unreadable and redriven events. */
class EventFunctionsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("batching");

    private abstract static class Contract extends EventHandlerContract {

        private final FunctionHarness harness = BatchFixture.harness(POSTGRES.database());
        private final String function;

        Contract(String function) {
            this.function = function;
            BatchFixture.empty(POSTGRES.database());
        }

        @Override
        protected FunctionHarness harness() {
            return harness;
        }

        @Override
        protected String function() {
            return function;
        }

        String aMissingOrder() {
            String batch = aDeliveredBatch(harness, 2);
            List<String> orders = orders(harness.database(), batch);
            ReceiptFixture.receive(harness, batch, orders.subList(0, 1), orders.subList(1, 2), 5);
            return orders.get(1);
        }

        String open() {
            aBatchedOrder(harness);
            return openBatch(harness.database(), PVZ);
        }
    }

    @Nested
    class BatchOrderOnOrderConfirmed extends Contract {
        BatchOrderOnOrderConfirmed() {
            super("batchOrderOnOrderConfirmed");
        }

        @Override
        protected DomainEvent arrange() {
            return BatchFixture.confirmed(id(), PVZ, 1_000, 5_000);
        }
    }

    @Nested
    class BatchOrderOnOrderArrivedAtHub extends Contract {
        BatchOrderOnOrderArrivedAtHub() {
            super("batchOrderOnOrderArrivedAtHub");
        }

        @Override
        protected DomainEvent arrange() {
            return new OrderEvent.ArrivedAtHub(id(), BREST_HUB, BREST_PVZ, 1, 1, ServiceClass.NORMAL, NOW);
        }
    }

    @Nested
    class RemoveOrderOnOrderCancelled extends Contract {
        RemoveOrderOnOrderCancelled() {
            super("removeOrderFromBatchOnOrderCancelled");
        }

        @Override
        protected DomainEvent arrange() {
            return BatchFixture.cancelled(aBatchedOrder(harness()));
        }
    }

    @Nested
    class PlanBatchesOnTripPlanned extends Contract {
        PlanBatchesOnTripPlanned() {
            super("planBatchesOnTripPlanned");
        }

        @Override
        protected DomainEvent arrange() {
            return planned(id(), 1, List.of(aClosedBatch(harness(), 2, 1_000)));
        }
    }

    @Nested
    class PlanBatchesOnTripPlanChanged extends Contract {
        PlanBatchesOnTripPlanChanged() {
            super("planBatchesOnTripPlanChanged");
        }

        @Override
        protected DomainEvent arrange() {
            return planChanged(id(), 2, List.of(aClosedBatch(harness(), 2, 1_000)));
        }
    }

    @Nested
    class UnplanBatchesOnTripCancelled extends Contract {
        UnplanBatchesOnTripCancelled() {
            super("unplanBatchesOnTripCancelled");
        }

        @Override
        protected DomainEvent arrange() {
            String batch = aPlannedBatch(harness(), 2);
            String trip = harness().database().text("select trip_id from batching.batches where id = ?::uuid", batch);
            return new TripEvent.Cancelled(trip, null, "NO_CARRIER", NOW);
        }
    }

    @Nested
    class PickUpBatchOnBatchPickedUp extends Contract {
        PickUpBatchOnBatchPickedUp() {
            super("pickUpBatchOnBatchPickedUp");
        }

        @Override
        protected DomainEvent arrange() {
            String batch = aPlannedBatch(harness(), 2);
            return BatchFixture.pickedUp(harness().database(), batch, List.of());
        }
    }

    @Nested
    class DeliverBatchOnBatchDeliveredToPvz extends Contract {
        DeliverBatchOnBatchDeliveredToPvz() {
            super("deliverBatchOnBatchDeliveredToPvz");
        }

        @Override
        protected DomainEvent arrange() {
            String batch = aPlannedBatch(harness(), 2);
            return new BatchEvent.DeliveredToPvz(batch, id(), id(), PVZ, NOW, List.of(), NOW);
        }
    }

    @Nested
    class DisbandBatchOnBatchReceivedAtHub extends Contract {
        DisbandBatchOnBatchReceivedAtHub() {
            super("disbandBatchOnBatchReceivedAtHub");
        }

        @Override
        protected DomainEvent arrange() {
            String batch = aPlannedBatch(harness(), 2);
            return new BatchEvent.ReceivedAtHub(batch, id(), id(), BREST_HUB, NOW, List.of(), NOW);
        }
    }

    @Nested
    class SplitBatchOnBatchSplit extends Contract {
        SplitBatchOnBatchSplit() {
            super("splitBatchOnBatchSplit");
        }

        @Override
        protected DomainEvent arrange() {
            String batch = aPlannedBatch(harness(), 2);
            List<String> orders = orders(harness().database(), batch);
            List<BatchPart> parts =
                    List.of(new BatchPart(id(), orders.subList(0, 1)), new BatchPart(id(), orders.subList(1, 2)));
            return new BatchEvent.Split(batch, parts, NOW);
        }
    }

    @Nested
    class RegroupOrdersOnReferenceUpdated extends Contract {
        RegroupOrdersOnReferenceUpdated() {
            super("regroupOrdersOnReferenceUpdated");
        }

        @Override
        protected DomainEvent arrange() {
            BatchFixture.confirm(harness(), id(), OTHER_PVZ, 1_000);
            Map<String, Object> state = Map.of("lat", 53.9, "lng", 27.5, "is_hub", false, "status", "SUSPENDED");
            return new PlatformEvent.ReferenceUpdated("pvz", OTHER_PVZ, 2, List.of("status"), state, NOW);
        }
    }

    @Nested
    class CloseBatchOnBatchAge extends Contract {
        CloseBatchOnBatchAge() {
            super("closeBatchOnBatchAge");
        }

        @Override
        protected DomainEvent arrange() {
            String batch = open();
            harness().database().execute("update batching.batches set oldest_at = now() - interval '31 min'");
            return new PlatformEvent.TimerFired(id(), "batch.age", batch, NOW, NOW);
        }
    }

    @Nested
    class CloseBatchOnBatchCutoff extends Contract {
        CloseBatchOnBatchCutoff() {
            super("closeBatchOnBatchCutoff");
        }

        @Override
        protected DomainEvent arrange() {
            String batch = open();
            harness().database().execute("update batching.batches set cutoff_at = now() - interval '1 min'");
            return new PlatformEvent.TimerFired(id(), "batch.cutoff", batch, NOW, NOW);
        }
    }

    @Nested
    class ReceiveBatchOnBatchReceivedByPvz extends Contract {
        ReceiveBatchOnBatchReceivedByPvz() {
            super("receiveBatchOnBatchReceivedByPvz");
        }

        @Override
        protected DomainEvent arrange() {
            String batch = aDeliveredBatch(harness(), 2);
            List<String> orders = orders(harness().database(), batch);
            return ReceiptFixture.received(batch, orders.subList(0, 1), orders.subList(1, 2));
        }
    }

    @Nested
    class FindParcelOnPvzOrderAccepted extends Contract {
        FindParcelOnPvzOrderAccepted() {
            super("findParcelOnPvzOrderAccepted");
        }

        @Override
        protected DomainEvent arrange() {
            return ReceiptFixture.accepted(aMissingOrder(), 1);
        }
    }

    @Nested
    class GiveUpParcelOnOrderLost extends Contract {
        GiveUpParcelOnOrderLost() {
            super("giveUpParcelOnOrderLost");
        }

        @Override
        protected DomainEvent arrange() {
            return new OrderEvent.Lost(aMissingOrder(), 1, null, PVZ, "NOT_FOUND", NOW);
        }
    }
}
