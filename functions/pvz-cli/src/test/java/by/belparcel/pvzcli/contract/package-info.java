/** One table of cases, the same over HTTP, gRPC and the command line (domain pickup-points.md 3.4 and 3.5). */
@NullMarked
package by.belparcel.pvzcli.contract;

import org.jspecify.annotations.NullMarked;
