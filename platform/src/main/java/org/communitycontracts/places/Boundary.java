package org.communitycontracts.places;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/** The outline of a neighbourhood, in WGS84 degrees. */
public final class Boundary {
    private static final GeometryFactory POINTS = new GeometryFactory();

    private final String geoJson;
    private final PreparedGeometry outline;

    private Boundary(String geoJson, Geometry outline) {
        this.geoJson = geoJson;
        this.outline = PreparedGeometryFactory.prepare(outline);
    }

    /** Reads a GeoJSON polygon or multipolygon; refuses anything else. */
    public static Boundary parse(String geoJson) {
        try {
            Geometry outline = new GeoJsonReader().read(geoJson);
            if (outline.getDimension() != 2 || outline.isEmpty()) {
                throw new IllegalArgumentException("A boundary is a polygon, not a " + outline.getGeometryType());
            }
            return new Boundary(geoJson, outline);
        } catch (ParseException fault) {
            throw new IllegalArgumentException("A boundary is written as a GeoJSON polygon", fault);
        }
    }

    /** Whether the point lies inside or on the line. */
    public boolean covers(double latitude, double longitude) {
        return outline.covers(POINTS.createPoint(new Coordinate(longitude, latitude)));
    }

    public String geoJson() {
        return geoJson;
    }
}
