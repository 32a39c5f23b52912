/** Audit records in PostgreSQL, looked at as the planner sees them. */
@NullMarked
package by.belparcel.auditlog.adapter;

import org.jspecify.annotations.NullMarked;
