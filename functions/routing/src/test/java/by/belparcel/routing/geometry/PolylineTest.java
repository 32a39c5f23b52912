package by.belparcel.routing.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import by.belparcel.kernel.GeoPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PolylineTest {

    private static final GeoPoint SOUTH = new GeoPoint(53.0, 27.0);
    private static final GeoPoint CORNER = new GeoPoint(54.0, 27.0);
    private static final GeoPoint EAST = new GeoPoint(54.0, 28.0);
    private static final Polyline HOOK = Polyline.of(List.of(SOUTH, CORNER, EAST));
    private static final double DEGREE = 111_195.08;

    @Test // D13
    void measuresToTheSegmentAndNotToItsEndsNorToTheStraightLineBetweenTheEnds() {
        GeoPoint besideTheMiddle = new GeoPoint(53.5, 27.0076);

        assertThat(HOOK.metresFrom(besideTheMiddle)).isCloseTo(502.7, within(1.0));
        assertThat(HOOK.metresFrom(new GeoPoint(53.5, 27.5))).isGreaterThan(30_000);
    }

    @Test
    void beyondAnEndTheEndIsNearest() {
        Projection before = HOOK.nearest(new GeoPoint(52.9, 27.0));

        assertThat(before.offsetMetres()).isCloseTo(DEGREE / 10, within(1.0));
        assertThat(before.alongMetres()).isZero();
        assertThat(HOOK.nearest(new GeoPoint(54.0, 28.1)).alongMetres()).isCloseTo(HOOK.lengthMetres(), within(1e-6));
    }

    @Test
    void tellsSegmentPlaceAndProgress() {
        Projection first = HOOK.nearest(new GeoPoint(53.25, 27.001));
        assertThat(first.segment()).isZero();
        assertThat(first.alongMetres()).isCloseTo(DEGREE / 4, within(2.0));
        assertThat(first.point().metresTo(new GeoPoint(53.25, 27.0))).isLessThan(2);

        Projection second = HOOK.nearest(new GeoPoint(54.01, 27.5));
        assertThat(second.segment()).isEqualTo(1);
        assertThat(second.alongMetres()).isCloseTo(DEGREE + CORNER.metresTo(EAST) / 2, within(5.0));
        assertThat(HOOK.at(second.alongMetres()).metresTo(second.point())).isLessThan(1);
    }

    @Test
    void aWayThereAndBackIsToldApartByProgress() {
        Polyline back = Polyline.of(List.of(SOUTH, CORNER, SOUTH));
        GeoPoint point = new GeoPoint(53.25, 27.0);

        assertThat(back.nearest(point).alongMetres()).isCloseTo(DEGREE / 4, within(1.0));
        assertThat(back.nearestFrom(point, DEGREE / 2).alongMetres()).isCloseTo(DEGREE * 1.75, within(1.0));
    }

    @Test
    void aLongSegmentIsAGreatCircle() {
        GeoPoint brest = new GeoPoint(52.1, 23.7);
        GeoPoint gomel = new GeoPoint(52.4, 31.0);
        Polyline line = Polyline.of(List.of(brest, gomel));
        GeoPoint middle = line.at(line.lengthMetres() / 2);

        assertThat(line.metresFrom(middle)).isLessThan(0.01);
        assertThat(brest.metresTo(middle)).isCloseTo(brest.metresTo(gomel) / 2, within(0.01));
        assertThat(middle.lat()).isGreaterThan(52.3);
    }

    @Test
    void pointsThatAreTheSameAreNoObstacle() {
        Polyline line = Polyline.of(List.of(SOUTH, SOUTH, CORNER, CORNER));

        assertThat(line.lengthMetres()).isCloseTo(DEGREE, within(0.1));
        assertThat(line.metresFrom(SOUTH)).isLessThan(0.01);
        assertThat(Polyline.of(List.of(SOUTH, SOUTH)).metresFrom(CORNER)).isCloseTo(DEGREE, within(0.1));
        assertThat(Polyline.of(List.of(SOUTH, SOUTH)).at(5)).isNotNull();
    }

    @Test
    void aLineNeedsTwoPoints() {
        assertThatIllegalArgumentException().isThrownBy(() -> Polyline.of(List.of(SOUTH)));
    }

    @Test
    void aSimplerLineStaysWithinTheToleranceOfEveryPoint() {
        Random random = new Random(7);
        List<GeoPoint> walk = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            walk.add(new GeoPoint(53 + i * 0.001 + random.nextDouble() * 0.0003, 27 + Math.sin(i / 30.0) * 0.02));
        }
        Polyline line = Polyline.of(walk);

        Polyline simple = line.simplified(20);

        assertThat(simple.points())
                .hasSizeLessThan(250)
                .startsWith(walk.getFirst())
                .endsWith(walk.getLast());
        assertThat(walk)
                .allSatisfy(point -> assertThat(simple.metresFrom(point)).isLessThanOrEqualTo(20.01));
        assertThat(line.simplified(0).points()).isEqualTo(walk);
        assertThat(line.simplified(1e6).points()).hasSize(2);
    }
}
