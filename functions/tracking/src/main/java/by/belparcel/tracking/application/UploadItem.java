package by.belparcel.tracking.application;

import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.tracking.model.Fix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of an upload, read. */
sealed interface UploadItem {

    int index();

    /** A fix without carrier and time of receipt: the token and the server's clock say these. */
    record Readable(int index, Fix draft) implements UploadItem {}

    /** @param code INVALID_FIX or VALIDATION_FAILED @param seq the device's counter, when at least that could be read */
    record Broken(int index, @Nullable Long seq, String code, List<FieldError> errors) implements UploadItem {}
}
