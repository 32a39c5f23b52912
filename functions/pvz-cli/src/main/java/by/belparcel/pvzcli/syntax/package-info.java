/** What may be written after the program's name, as data, and how it is read. */
@NullMarked
package by.belparcel.pvzcli.syntax;

import org.jspecify.annotations.NullMarked;
