/** PostgreSQL through R2DBC: transactions, statements with positional binds, the connection pool. */
@NullMarked
package by.belparcel.eventing.store;

import org.jspecify.annotations.NullMarked;
