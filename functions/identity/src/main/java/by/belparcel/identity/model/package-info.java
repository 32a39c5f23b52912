/** Users, their roles and scopes, rules for passwords and sign-in attempts. */
@NullMarked
package by.belparcel.identity.model;

import org.jspecify.annotations.NullMarked;
