package by.belparcel.references.application;

import by.belparcel.references.model.Reference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Somebody changes a reference.
 *
 * @param change fields that were not given stay as they are
 * @param reason 5 to 500 characters
 */
public record EditReference<T extends Reference>(
        UnaryOperator<T> change, String reason, @Nullable Long expectedVersion) {}
