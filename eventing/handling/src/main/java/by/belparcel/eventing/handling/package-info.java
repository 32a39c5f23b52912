/** The contract between a function and the machinery: handlers, their contexts, routes, access and input. No web, no Spring. */
@NullMarked
package by.belparcel.eventing.handling;

import org.jspecify.annotations.NullMarked;
