@NullMarked
package by.belparcel.references.application;

import org.jspecify.annotations.NullMarked;
