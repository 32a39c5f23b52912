package by.belparcel.pvzcli.training;

import by.belparcel.pvz.v1.AcceptBatchReply;
import by.belparcel.pvz.v1.AcceptBatchRequest;
import by.belparcel.pvz.v1.AcceptOrderRequest;
import by.belparcel.pvz.v1.CapacityReply;
import by.belparcel.pvz.v1.HistoryEntry;
import by.belparcel.pvz.v1.HistoryPage;
import by.belparcel.pvz.v1.ItemError;
import by.belparcel.pvz.v1.ItemResult;
import by.belparcel.pvz.v1.ListOrdersRequest;
import by.belparcel.pvz.v1.Money;
import by.belparcel.pvz.v1.PageRequest;
import by.belparcel.pvz.v1.Parcel;
import by.belparcel.pvz.v1.ParcelPage;
import by.belparcel.pvz.v1.ParcelReply;
import by.belparcel.pvz.v1.PointRequest;
import by.belparcel.pvz.v1.ProcessOrdersReply;
import by.belparcel.pvz.v1.ProcessOrdersRequest;
import by.belparcel.pvz.v1.PvzServiceGrpc;
import by.belparcel.pvz.v1.ReturnOrderToCourierRequest;
import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.Metadata;
import io.grpc.stub.StreamObserver;

/** A pick-up point that says the same to everybody: enough to make the client load what it needs. */
final class CannedService extends PvzServiceGrpc.PvzServiceImplBase {

    private static final Parcel PARCEL = Parcel.newBuilder()
            .setId("0190a003-0000-7000-8000-000000000001")
            .setExternalRef("1")
            .setUserId("123")
            .setState("ACCEPTED")
            .setPackage("NONE")
            .setWeightG(1)
            .setTotalPrice(Money.newBuilder().setAmount(1).setCurrency("BYN"))
            .setStorageUntil("2030-01-01T00:00:00Z")
            .build();

    @Override
    public void acceptOrder(AcceptOrderRequest request, StreamObserver<ParcelReply> reply) {
        answer(reply, ParcelReply.newBuilder().setOrder(PARCEL).build());
    }

    @Override
    public void acceptBatch(AcceptBatchRequest request, StreamObserver<AcceptBatchReply> reply) {
        answer(reply, AcceptBatchReply.newBuilder().addAccepted(PARCEL).build());
    }

    @Override
    public void processOrders(ProcessOrdersRequest request, StreamObserver<ProcessOrdersReply> reply) {
        answer(
                reply,
                ProcessOrdersReply.newBuilder()
                        .addProcessed(ItemResult.newBuilder().setOrderId("1"))
                        .addErrors(ItemError.newBuilder().setOrderId("2").setCode("ORDER_NOT_FOUND"))
                        .build());
    }

    @Override
    public void listOrders(ListOrdersRequest request, StreamObserver<ParcelPage> reply) {
        answer(reply, ParcelPage.newBuilder().addItems(PARCEL).setTotal(1).build());
    }

    @Override
    public void getHistory(PageRequest request, StreamObserver<HistoryPage> reply) {
        HistoryEntry entry = HistoryEntry.newBuilder().setOrderId("1").build();
        answer(reply, HistoryPage.newBuilder().addItems(entry).build());
    }

    @Override
    public void getCapacity(PointRequest request, StreamObserver<CapacityReply> reply) {
        answer(reply, CapacityReply.newBuilder().setPvzId(request.getPvzId()).build());
    }

    /** The refusal that every start-up measurement ends with. */
    @Override
    public void returnOrderToCourier(ReturnOrderToCourierRequest request, StreamObserver<ParcelReply> reply) {
        Status status = Status.newBuilder()
                .addDetails(Any.pack(
                        ErrorInfo.newBuilder().setReason("STORAGE_NOT_EXPIRED").build()))
                .addDetails(Any.pack(BadRequest.newBuilder()
                        .addFieldViolations(
                                BadRequest.FieldViolation.newBuilder().setField("order_id"))
                        .build()))
                .build();
        Metadata trailers = new Metadata();
        trailers.put(Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER), status.toByteArray());
        reply.onError(
                io.grpc.Status.FAILED_PRECONDITION.withDescription("not yet").asRuntimeException(trailers));
    }

    private static <T> void answer(StreamObserver<T> reply, T value) {
        reply.onNext(value);
        reply.onCompleted();
    }
}
