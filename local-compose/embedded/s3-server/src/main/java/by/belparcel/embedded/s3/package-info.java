/** The main class of the object store's own process. */
@NullMarked
package by.belparcel.embedded.s3;

import org.jspecify.annotations.NullMarked;
