/** Rules over the whole tree: layers, names, generated manifests. */
@NullMarked
package by.belparcel.architecture;

import org.jspecify.annotations.NullMarked;
