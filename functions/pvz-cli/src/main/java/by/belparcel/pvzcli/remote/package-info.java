/** Calls of the pick-up point over gRPC: address, token, deadline, repetition, refusals. */
@NullMarked
package by.belparcel.pvzcli.remote;

import org.jspecify.annotations.NullMarked;
