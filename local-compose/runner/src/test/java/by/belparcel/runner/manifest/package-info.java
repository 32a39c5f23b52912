/** Tests. */
@NullMarked
package by.belparcel.runner.manifest;

import org.jspecify.annotations.NullMarked;
