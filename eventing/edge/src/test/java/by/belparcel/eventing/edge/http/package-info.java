/** Tests. */
@NullMarked
package by.belparcel.eventing.edge.http;

import org.jspecify.annotations.NullMarked;
