/** What an audit record is and what is counted. */
@NullMarked
package by.belparcel.auditlog.model;

import org.jspecify.annotations.NullMarked;
