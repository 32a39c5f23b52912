@NullMarked
package by.belparcel.runner.serving;

import org.jspecify.annotations.NullMarked;
