/** The run that the AOT cache is made from. */
@NullMarked
package by.belparcel.pvzcli.training;

import org.jspecify.annotations.NullMarked;
