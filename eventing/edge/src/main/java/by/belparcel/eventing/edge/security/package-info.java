/** Tokens, access policy and signed cursors. */
@NullMarked
package by.belparcel.eventing.edge.security;

import org.jspecify.annotations.NullMarked;
