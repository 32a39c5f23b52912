/** Sign-in, sessions and administration of users, and the ports they need. */
@NullMarked
package by.belparcel.identity.application;

import org.jspecify.annotations.NullMarked;
