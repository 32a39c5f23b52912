package by.belparcel.carriers.application;

import static by.belparcel.carriers.CarrierFixture.ALL_OK;
import static by.belparcel.carriers.CarrierFixture.BAD_TYRES;
import static by.belparcel.carriers.CarrierFixture.aCarrierOnShift;

import by.belparcel.carriers.CarriersFunctions;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.CommandHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every command with a key keeps the contract of keys: one effect, the same answer, nothing left of a crash. */
class CommandFunctionsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("carriers");

    private abstract static class Contract extends CommandHandlerContract {

        private final FunctionHarness harness = FunctionHarness.of(POSTGRES.database(), new CarriersFunctions());
        private final String function;
        private String carrier = "";

        Contract(String function) {
            this.function = function;
        }

        @Override
        protected FunctionHarness harness() {
            return harness;
        }

        @Override
        protected String function() {
            return function;
        }

        @Override
        protected Principal caller() {
            return Principals.carrier(carrier);
        }

        @Override
        protected Map<String, String> arrange() {
            carrier = aCarrier();
            return Map.of();
        }

        String aCarrier() {
            return aCarrierOnShift(harness);
        }
    }

    @Nested
    class StartShiftContract extends Contract {
        StartShiftContract() {
            super("startShift");
        }

        @Override
        String aCarrier() {
            return by.belparcel.carriers.CarrierFixture.aCarrier(POSTGRES.database());
        }

        @Override
        protected Object body() {
            return "{}";
        }

        @Override
        protected Object otherBody() {
            return "{\"lat\": 53.9, \"lng\": 27.5}";
        }
    }

    @Nested
    class EndShiftContract extends Contract {
        EndShiftContract() {
            super("endShift");
        }

        @Override
        protected Object body() {
            return "{}";
        }

        @Override
        protected Object otherBody() {
            return "{}";
        }
    }

    @Nested
    class CheckVehicleContract extends Contract {
        CheckVehicleContract() {
            super("checkVehicle");
        }

        @Override
        protected Object body() {
            return ALL_OK;
        }

        @Override
        protected Object otherBody() {
            return BAD_TYRES;
        }
    }

    @Nested
    class RaisePanicContract extends Contract {
        RaisePanicContract() {
            super("raisePanic");
        }

        @Override
        protected Object body() {
            return "{}";
        }

        @Override
        protected Object otherBody() {
            return "{\"lat\": 53.9, \"lng\": 27.5}";
        }
    }
}
