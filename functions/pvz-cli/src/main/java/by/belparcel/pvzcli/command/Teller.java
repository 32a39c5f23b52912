package by.belparcel.pvzcli.command;

import by.belparcel.pvzcli.output.Answer;
import java.util.Optional;

/** The person or script in front of the program. */
public interface Teller {

    void tell(Answer answer);

    /** The next line that is typed after this prompt; empty when no more will come. */
    Optional<String> ask(String prompt);
}
