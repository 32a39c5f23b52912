/** The one place that knows the web: starts the selected functions behind an explicit route table. */
@NullMarked
package by.belparcel.eventing.edge;

import org.jspecify.annotations.NullMarked;
