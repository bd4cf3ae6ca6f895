import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Prints the sizes of classes and methods: a figure out of line is a question to answer, not a failure. */
class Sizes {
    private static final Pattern METHOD = Pattern.compile("^ {4}(?! )[^=;@/*]*\\([^;]*$");

    record Sized(String name, int lines) {}

    public static void main(String[] folders) throws IOException {
        List<Sized> classes = new ArrayList<>();
        List<Sized> methods = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java") && !path.endsWith("package-info.java")).toList()) {
                    measure(file, classes, methods);
                }
            }
        }
        System.out.println();
        System.out.println("Sizes, in lines");
        print("classes", classes);
        print("methods", methods);
    }

    private static void measure(Path file, List<Sized> classes, List<Sized> methods) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String name = file.getFileName().toString().replace(".java", "");
        classes.add(new Sized(name, lines.size()));
        int start = -1;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (start < 0 && METHOD.matcher(line).find() && !line.contains(" record ") && !line.contains(" class ")) {
                start = at;
            } else if (start >= 0 && line.equals("    }")) {
                methods.add(new Sized(name + ": " + lines.get(start).strip().replaceAll("\\(.*", "()"), at - start + 1));
                start = -1;
            } else if (start >= 0 && line.isBlank() && lines.get(at - 1).endsWith(";") && at - start == 1) {
                start = -1;
            }
        }
    }

    private static void print(String what, List<Sized> all) {
        if (all.isEmpty()) {
            return;
        }
        List<Sized> sorted = all.stream().sorted(Comparator.comparingInt(Sized::lines)).toList();
        System.out.printf("  %-8s %5d   median %3d   90th percentile %3d%n", what, sorted.size(),
                sorted.get(sorted.size() / 2).lines(), sorted.get(Math.min(sorted.size() - 1, sorted.size() * 9 / 10)).lines());
        sorted.reversed().stream().limit(5).forEach(one -> System.out.printf("           %5d   %s%n", one.lines(), one.name()));
    }
}
