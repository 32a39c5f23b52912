/** Commands, queries and event handlers of carriers. */
@NullMarked
package by.belparcel.carriers.application;

import org.jspecify.annotations.NullMarked;
