/** Where the vehicles are: ingest, filter, latest position, track, signal, share links. */
@NullMarked
package by.belparcel.tracking;

import org.jspecify.annotations.NullMarked;
