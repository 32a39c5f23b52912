/** Tests of the command line against a real gRPC server with scripted answers. */
@NullMarked
package by.belparcel.pvzcli;

import org.jspecify.annotations.NullMarked;
