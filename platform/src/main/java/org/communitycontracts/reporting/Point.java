package org.communitycontracts.reporting;

/** A place on the map in WGS84 degrees. */
public record Point(double latitude, double longitude) {
    public Point {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("A point lies within 90 degrees north or south and 180 east or west");
        }
    }

    /** Whether the numbers can be a place at all; 0/0 is what empty fields become, not a place. */
    public static boolean isPossible(double latitude, double longitude) {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && !(latitude == 0 && longitude == 0);
    }
}
