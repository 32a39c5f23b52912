/** Tests of the documents as functions. */
@NullMarked
package by.belparcel.apidocs;

import org.jspecify.annotations.NullMarked;
