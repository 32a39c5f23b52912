/** Tests of the gRPC face on a real edge. */
@NullMarked
package by.belparcel.eventing.grpc;

import org.jspecify.annotations.NullMarked;
