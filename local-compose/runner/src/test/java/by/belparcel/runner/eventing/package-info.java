/** Tests. */
@NullMarked
package by.belparcel.runner.eventing;

import org.jspecify.annotations.NullMarked;
