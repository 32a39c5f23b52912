package by.belparcel.tracking.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import by.belparcel.kernel.GeoPoint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Distances to a planned way. */
class LineTest {

    private static final GeoPoint WEST = new GeoPoint(53.9, 27.5);
    private static final GeoPoint EAST = new GeoPoint(53.9, 27.7);
    private static final GeoPoint NORTH = new GeoPoint(54.1, 27.7);

    @Test // D13: along the corner, far from the straight line between the ends
    void measuresToTheNearestSegmentAndNotToTheStraightLine() {
        Line corner = new Line(List.of(WEST, EAST, NORTH));
        Line straight = new Line(List.of(WEST, NORTH));
        GeoPoint atCorner = new GeoPoint(53.901, 27.7);

        assertThat(corner.metresTo(atCorner)).isCloseTo(0, offset(1.0));
        assertThat(straight.metresTo(atCorner)).isGreaterThan(5_000);
    }

    @Test
    void measuresAcrossASegment() {
        assertThat(new Line(List.of(WEST, EAST)).metresTo(new GeoPoint(53.905, 27.6)))
                .isCloseTo(556, offset(6.0));
    }

    @Test
    void measuresToTheEndBeyondIt() {
        GeoPoint beyond = new GeoPoint(53.9, 27.71);

        assertThat(new Line(List.of(WEST, EAST)).metresTo(beyond)).isCloseTo(EAST.metresTo(beyond), offset(2.0));
    }

    @Test
    void measuresToASegmentWithoutLength() {
        assertThat(new Line(List.of(WEST, WEST)).metresTo(EAST)).isCloseTo(WEST.metresTo(EAST), offset(20.0));
    }

    @Test
    void keepsTheCornersWhenItSimplifies() {
        Line line = new Line(List.of(WEST, new GeoPoint(53.90001, 27.6), EAST, new GeoPoint(54.0, 27.70001), NORTH));

        assertThat(line.simplified(20)).containsExactly(0, 2, 4);
        assertThat(line.simplified(0)).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void simplifiesAlmostNothing() {
        assertThat(new Line(List.of()).simplified(20)).isEmpty();
        assertThat(new Line(List.of(WEST)).simplified(20)).containsExactly(0);
        assertThat(new Line(List.of(WEST, EAST)).simplified(20)).containsExactly(0, 1);
        assertThat(new Line(List.of(WEST)).isWay()).isFalse();
    }
}
