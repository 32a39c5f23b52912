/** The commands of {@code ./belparcel} that talk to a running system or measure the product. */
@NullMarked
package by.belparcel.console;

import org.jspecify.annotations.NullMarked;
