/** Checks recorded exchanges and earlier releases against the OpenAPI document. */
@NullMarked
package by.belparcel.apidocs.check;

import org.jspecify.annotations.NullMarked;
