/** Makes the one OpenAPI document of the contexts' fragments and judges it. */
@NullMarked
package by.belparcel.apidocs.document;

import org.jspecify.annotations.NullMarked;
