/** The command line of a pick-up point: one command at a time or a conversation. */
@NullMarked
package by.belparcel.pvzcli;

import org.jspecify.annotations.NullMarked;
