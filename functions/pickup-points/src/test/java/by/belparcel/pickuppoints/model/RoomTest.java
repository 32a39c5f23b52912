package by.belparcel.pickuppoints.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoomTest {

    private static Room room(int stock) {
        return new Room("p", "MSQ-001", PointStatus.OPEN, stock, 20, FillLevel.NONE);
    }

    @Test // rule 6: single parcels up to 100 %, batches up to 110 %
    void holdsParcelsUpToItsLimit() {
        assertThat(room(19).holds(1, 100)).isTrue();
        assertThat(room(20).holds(1, 100)).isFalse();
        assertThat(room(20).holds(2, 110)).isTrue();
        assertThat(room(20).holds(3, 110)).isFalse();
    }

    @Test // rule 6: warning at 85 %
    void isNearlyFullFromEightyFivePercentOn() {
        assertThat(room(15).changed(1, 85).told()).isEqualTo(FillLevel.NONE);
        assertThat(room(16).changed(1, 85).told()).isEqualTo(FillLevel.WARNING);
        assertThat(room(19).changed(1, 85).told()).isEqualTo(FillLevel.FULL);
        assertThat(room(20).changed(-1, 85).told()).isEqualTo(FillLevel.WARNING);
    }

    @Test // rule 7: the first free cell by size
    void suggestsTheFirstFreeCellThatIsLargeEnough() {
        CellPlan plan = CellPlan.parse("A:1x2:2000,B:1x1:-");
        Set<String> taken = new HashSet<>();

        assertThat(plan.firstFree(taken, 1999)).contains("A-01-1");
        assertThat(plan.firstFree(taken, 2000)).contains("B-01-1");
        taken.add("A-01-1");
        assertThat(plan.firstFree(taken, 1)).contains("A-01-2");
        taken.add("A-01-2");
        assertThat(plan.firstFree(taken, 1)).contains("B-01-1");
        taken.add("B-01-1");
        assertThat(plan.firstFree(taken, 1)).isEmpty();
    }

    @Test
    void plansOnlyCellsThatHaveACode() {
        CellPlan plan = CellPlan.parse(CellPlan.DEFAULT);
        Set<String> taken = new HashSet<>();
        for (String cell = plan.firstFree(taken, 1).orElse(""); !cell.isEmpty(); ) {
            assertThat(cell).matches(CellPlan.CODE);
            taken.add(cell);
            cell = plan.firstFree(taken, 1).orElse("");
        }
        assertThat(taken).hasSize(20 * 9 + 20 * 6 + 10 * 4);
        assertThatThrownBy(() -> CellPlan.parse("A")).hasMessageContaining("A:20x9:2000");
    }
}
