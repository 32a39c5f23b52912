/** The commands: each turns its arguments into calls and the reply into lines. */
@NullMarked
package by.belparcel.pvzcli.command;

import org.jspecify.annotations.NullMarked;
