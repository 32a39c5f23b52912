/** Events as values: types, identity, metadata, JSON and CloudEvents encoding. */
@NullMarked
package by.belparcel.eventing.envelope;

import org.jspecify.annotations.NullMarked;
