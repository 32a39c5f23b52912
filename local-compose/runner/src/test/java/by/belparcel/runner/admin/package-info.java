@NullMarked
package by.belparcel.runner.admin;

import org.jspecify.annotations.NullMarked;
