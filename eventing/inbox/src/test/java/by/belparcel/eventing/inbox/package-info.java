/** Tests without a database; the pipelines' own tests stand in the test kit. */
@NullMarked
package by.belparcel.eventing.inbox;

import org.jspecify.annotations.NullMarked;
