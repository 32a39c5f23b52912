/** Identity's tables in PostgreSQL and password hashing. */
@NullMarked
package by.belparcel.identity.adapter;

import org.jspecify.annotations.NullMarked;
