/** Routes, limits, problems and headers of HTTP requests on Reactor Netty. */
@NullMarked
package by.belparcel.eventing.edge.http;

import org.jspecify.annotations.NullMarked;
