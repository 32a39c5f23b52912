/** The gRPC face of a function process: unary calls become the HTTP calls that their google.api.http rules describe. */
@NullMarked
package by.belparcel.eventing.grpc;

import org.jspecify.annotations.NullMarked;
