/** The one deployable: puts the contexts together and starts the functions that the environment names. No logic. */
@NullMarked
package by.belparcel.app;

import org.jspecify.annotations.NullMarked;
