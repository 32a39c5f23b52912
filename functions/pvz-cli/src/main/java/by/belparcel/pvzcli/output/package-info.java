/** What is shown and how: lines, JSON or a table, in three languages, safe for a terminal. */
@NullMarked
package by.belparcel.pvzcli.output;

import org.jspecify.annotations.NullMarked;
