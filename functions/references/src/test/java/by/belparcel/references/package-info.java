@NullMarked
package by.belparcel.references;

import org.jspecify.annotations.NullMarked;
