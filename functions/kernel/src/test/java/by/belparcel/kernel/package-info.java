/** Value types of the domain: money, weights, dimensions, phones, numbers. Pure Java. */
@NullMarked
package by.belparcel.kernel;

import org.jspecify.annotations.NullMarked;
