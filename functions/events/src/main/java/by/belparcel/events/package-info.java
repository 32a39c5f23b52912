/** The published language: every event of BelParcel as a record with its type, topic and key. */
@NullMarked
package by.belparcel.events;

import org.jspecify.annotations.NullMarked;
