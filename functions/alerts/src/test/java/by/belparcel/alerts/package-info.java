@NullMarked
package by.belparcel.alerts;

import org.jspecify.annotations.NullMarked;
