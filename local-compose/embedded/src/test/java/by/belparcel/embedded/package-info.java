@NullMarked
package by.belparcel.embedded;

import org.jspecify.annotations.NullMarked;
