package org.communitycontracts.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One value of a contract file changed for another of its kind. */
record Edit(String yaml, String from, String to) {
    private static final Pattern VALUE = Pattern.compile(
            "(?:(?<key>[a-z_.]+): |\\[|, )(?<value>\"[^\"]*\"|[^,{}\\[\\]:\"#]+?)(?= *(?:[,}\\]]|#|$))");

    /** All such changes in one line. */
    static List<Edit> listIn(String yaml, int line, UnaryOperator<String> others, Set<String> left) {
        List<String> lines = yaml.lines().toList();
        List<Edit> edits = new ArrayList<>();
        Matcher values = VALUE.matcher(lines.get(line - 1));
        while (values.find()) {
            String value = values.group("value");
            if (values.group("key") == null || !left.contains(values.group("key"))) {
                List<String> changed = new ArrayList<>(lines);
                String other = others.apply(value);
                changed.set(
                        line - 1,
                        lines.get(line - 1).substring(0, values.start("value"))
                                + other
                                + lines.get(line - 1).substring(values.end("value")));
                edits.add(new Edit(String.join("\n", changed) + "\n", value, other));
            }
        }
        return edits;
    }

    /** A number one larger, or the word with a letter more. */
    static String another(String value) {
        Matcher number = Pattern.compile("\\d+").matcher(value);
        return number.find()
                ? number.replaceFirst(digits ->
                        String.format("%0" + digits.group().length() + "d", Integer.parseInt(digits.group()) + 1))
                : value + "x";
    }
}
