/** Tests of the machinery on real servers. */
@NullMarked
package by.belparcel.eventing.testkit;

import org.jspecify.annotations.NullMarked;
