package by.belparcel.eventing.grpc;

import io.grpc.Status;

/** HTTP status and code to gRPC status (domain README 4.5, pickup-points.md 3.5). */
final class StatusTable {

    private StatusTable() {}

    static Status.Code of(int status, String code) {
        return switch (status) {
            case 400, 414 -> Status.Code.INVALID_ARGUMENT;
            case 401 -> Status.Code.UNAUTHENTICATED;
            case 403 -> Status.Code.PERMISSION_DENIED;
            // No route of this process: the contract promises what nobody serves here.
            case 404 -> code.equals("NOT_FOUND") ? Status.Code.UNIMPLEMENTED : Status.Code.NOT_FOUND;
            case 405 -> Status.Code.UNIMPLEMENTED;
            case 408, 504 -> Status.Code.DEADLINE_EXCEEDED;
            case 409, 412 -> conflict(code);
            case 410, 422, 428 -> Status.Code.FAILED_PRECONDITION;
            case 413, 429, 431 -> Status.Code.RESOURCE_EXHAUSTED;
            case 502, 503 -> Status.Code.UNAVAILABLE;
            default -> Status.Code.INTERNAL;
        };
    }

    private static Status.Code conflict(String code) {
        if (code.endsWith("_ALREADY_EXISTS")) {
            return Status.Code.ALREADY_EXISTS;
        }
        boolean again = code.equals("VERSION_CONFLICT") || code.equals("IDEMPOTENCY_IN_PROGRESS");
        return again ? Status.Code.ABORTED : Status.Code.FAILED_PRECONDITION;
    }
}
