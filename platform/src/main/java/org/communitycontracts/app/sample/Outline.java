package org.communitycontracts.app.sample;

import java.util.List;

/**
 * The drawn edge of an area: one ring of corners, without holes.
 *
 * @param corners longitude and latitude, the first repeated at the end
 */
record Outline(List<Point> corners) {
    /** A place on the map, in degrees. */
    record Point(double longitude, double latitude) {}

    Outline {
        corners = List.copyOf(corners);
    }

    /** Whether the point lies inside; counts the edges to the east of it. */
    boolean contains(Point point) {
        boolean inside = false;
        for (int at = 1; at < corners.size(); at++) {
            inside ^= crosses(corners.get(at - 1), corners.get(at), point);
        }
        return inside;
    }

    /** Some point inside. */
    Point anywhere(Chance chance) {
        double west = corners.stream().mapToDouble(Point::longitude).min().orElseThrow();
        double east = corners.stream().mapToDouble(Point::longitude).max().orElseThrow();
        double south = corners.stream().mapToDouble(Point::latitude).min().orElseThrow();
        double north = corners.stream().mapToDouble(Point::latitude).max().orElseThrow();
        Point point;
        do {
            point = rounded(chance.between(west, east), chance.between(south, north));
        } while (!contains(point));
        return point;
    }

    /** Some point inside, within about a hundred metres. */
    Point near(Point middle, Chance chance) {
        Point point;
        do {
            point = rounded(
                    middle.longitude() + chance.between(-0.0012, 0.0012),
                    middle.latitude() + chance.between(-0.0007, 0.0007));
        } while (!contains(point));
        return point;
    }

    private static boolean crosses(Point one, Point other, Point point) {
        if (one.latitude() > point.latitude() == other.latitude() > point.latitude()) {
            return false;
        }
        double share = (point.latitude() - one.latitude()) / (other.latitude() - one.latitude());
        return point.longitude() < one.longitude() + share * (other.longitude() - one.longitude());
    }

    private static Point rounded(double longitude, double latitude) {
        return new Point(Math.round(longitude * 1e5) / 1e5, Math.round(latitude * 1e5) / 1e5);
    }
}
