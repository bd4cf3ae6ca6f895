package org.communitycontracts.web;

import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.communitycontracts.web.charts.Columns;
import org.communitycontracts.web.charts.Series;
import org.communitycontracts.web.charts.Strip;

/** Pages that only tests show, made of templates beside the tests and the house's own. */
public final class DemoPages {
    private static final Path HOUSE = Path.of("src/main/java/org/communitycontracts");
    private static final Path TESTS = Path.of("src/test/java/org/communitycontracts");

    private final TemplateEngine engine;

    DemoPages(Path classes) {
        engine = TemplateEngine.create(
                new Both(new DirectoryCodeResolver(TESTS), new DirectoryCodeResolver(HOUSE)),
                classes,
                ContentType.Html,
                DemoPages.class.getClassLoader(),
                "org.communitycontracts");
        engine.setTrimControlStructures(true);
    }

    String page(String template) {
        StringOutput page = new StringOutput();
        engine.render(template, Map.of(), page);
        return page.toString();
    }

    /** A line and twelve shares; a negative one stands for none. */
    public static Series shares(double line, double... shares) {
        List<OptionalDouble> all = new ArrayList<>();
        for (double share : shares) {
            all.add(share < 0 ? OptionalDouble.empty() : OptionalDouble.of(share));
        }
        return new Series(all, OptionalDouble.of(line), 80);
    }

    public static Columns columns() {
        String[] months = {"Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"};
        List<Columns.Column> columns = new ArrayList<>();
        for (int i = 0; i < months.length; i++) {
            columns.add(
                    i == 4
                            ? Columns.Column.notShown(months[i] + " 2026", months[i], "fewer than 5")
                            : Columns.Column.of(
                                    months[i] + " 2026",
                                    months[i],
                                    List.of(12 + i % 5 * 3, i % 4, i == 11 ? 9 : 0, 2 + i % 3)));
        }
        return new Columns(List.of("Kept", "Not kept", "Not yet known", "Not counted"), columns);
    }

    public static Columns manyColumns() {
        return new Columns(
                List.of("Kept", "Not kept"),
                IntStream.range(0, 36)
                        .mapToObj(i -> Columns.Column.of(
                                "Month " + i, "M" + (i % 12 + 1), List.of(800 + i * 13, 40 + i * 7 % 90)))
                        .toList());
    }

    /** Sixteen days in hours: five working days of eight, then five more that were too many. */
    public static Strip strip() {
        List<Strip.Stretch> stretches = new ArrayList<>();
        double at = 0;
        int[] working = {0, 1, 2, 3, 4, 8, 9, 10, 11, 14, 15, 16};
        for (int day : working) {
            stretches.add(new Strip.Stretch(Strip.Filling.THIN, at, day * 24));
            boolean late = day > 8;
            if (day == 2) {
                stretches.add(new Strip.Stretch(Strip.Filling.FULL, 48, 54));
                stretches.add(new Strip.Stretch(Strip.Filling.WAITING, 54, 55.5));
                stretches.add(new Strip.Stretch(Strip.Filling.FULL, 55.5, 56));
            } else {
                stretches.add(new Strip.Stretch(
                        late ? Strip.Filling.OVER : Strip.Filling.FULL, day * 24, day * 24 + (day == 16 ? 3 : 8)));
            }
            at = day * 24 + (day == 16 ? 3 : 8);
        }
        return new Strip(
                387,
                stretches,
                List.of(
                        new Strip.Mark(0, "Reported", "Monday 18 May, 9am"),
                        new Strip.Mark(5, "Seen by the council", "Monday 18 May, 2.10pm"),
                        new Strip.Mark(200, "Due", "Tuesday 26 May, 5pm"),
                        new Strip.Mark(387, "Cleared", "Wednesday 3 June, noon")));
    }

    public static Map<Strip.Filling, String> names() {
        return Map.of(
                Strip.Filling.FULL, "The clock ran",
                Strip.Filling.WAITING, "On hold",
                Strip.Filling.THIN, "Outside working hours",
                Strip.Filling.OVER, "Past the promise");
    }

    /** First the tests' templates, then the house's. */
    private record Both(CodeResolver first, CodeResolver second) implements CodeResolver {
        @Override
        public String resolve(String name) {
            return exists(first, name) ? first.resolve(name) : second.resolve(name);
        }

        @Override
        public long getLastModified(String name) {
            return 0;
        }

        @Override
        public boolean exists(String name) {
            return exists(first, name) || exists(second, name);
        }

        private static boolean exists(CodeResolver resolver, String name) {
            return resolver.exists(name);
        }
    }
}
