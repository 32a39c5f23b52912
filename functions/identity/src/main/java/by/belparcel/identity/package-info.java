/** Who people are: users, passwords, sessions and tokens. */
@NullMarked
package by.belparcel.identity;

import org.jspecify.annotations.NullMarked;
