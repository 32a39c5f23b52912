package by.belparcel.eventing.grpc;

/**
 * The HTTP request that stands for a unary call.
 *
 * @param target path with the query
 * @param body JSON, empty for a method without a body
 */
record HttpCall(String method, String target, byte[] body) {

    boolean hasBody() {
        return body.length > 0;
    }
}
