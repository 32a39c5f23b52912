/** The documents of the product's interfaces and Swagger UI, served as functions. */
@NullMarked
package by.belparcel.apidocs;

import org.jspecify.annotations.NullMarked;
