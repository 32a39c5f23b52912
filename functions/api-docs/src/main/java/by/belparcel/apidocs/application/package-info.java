/** How a file is answered: validators, caching, compression. */
@NullMarked
package by.belparcel.apidocs.application;

import org.jspecify.annotations.NullMarked;
