package org.communitycontracts.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The compiled classes of the platform, and the arrows between their rooms. */
final class CompiledHouse {
    private static final Pattern NAMED = Pattern.compile("org/communitycontracts/([a-z]+)/");

    private CompiledHouse() {}

    record Arrow(String fromClass, String from, String to) {}

    /** A call into the JDK's clocks. */
    record ClockCall(String fromClass, String room, String call) {}

    static Path classes() {
        return Path.of("target", "classes", "org", "communitycontracts");
    }

    static Set<String> rooms() {
        try (Stream<Path> folders = Files.list(classes())) {
            return new TreeSet<>(folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static List<Arrow> arrows() {
        List<Arrow> arrows = new ArrayList<>();
        for (Path file : classFiles()) {
            String room = roomOf(file);
            for (String other : roomsNamedIn(parse(file))) {
                if (!other.equals(room) && !other.equals("engine")) {
                    arrows.add(new Arrow(file.getFileName().toString(), room, other));
                }
            }
        }
        return arrows;
    }

    static List<ClockCall> clockCalls() {
        List<ClockCall> calls = new ArrayList<>();
        for (Path file : classFiles()) {
            for (PoolEntry entry : parse(file).constantPool()) {
                if (entry instanceof MemberRefEntry member && readsTheClock(member)) {
                    calls.add(new ClockCall(
                            file.getFileName().toString(),
                            roomOf(file),
                            member.owner().asInternalName() + "."
                                    + member.name().stringValue()));
                }
            }
        }
        return calls;
    }

    /** Every class, method and word that the classes of the house name, by class; made-up reports of the sample left out. */
    static Map<String, Set<String>> named() {
        Map<String, Set<String>> named = new TreeMap<>();
        for (Path file : classFiles()) {
            Set<String> words = new TreeSet<>();
            for (PoolEntry entry : parse(file).constantPool()) {
                if (entry instanceof Utf8Entry text) {
                    words.add(text.stringValue());
                }
            }
            named.put(classes().relativize(file).toString(), words);
        }
        return named;
    }

    private static boolean readsTheClock(MemberRefEntry member) {
        String owner = member.owner().asInternalName();
        String name = member.name().stringValue();
        boolean now = owner.startsWith("java/time/")
                && name.equals("now")
                && member.type().stringValue().startsWith("()");
        boolean system = owner.equals("java/lang/System") && name.equals("currentTimeMillis");
        boolean clock = owner.equals("java/time/Clock") && name.startsWith("system");
        boolean date = owner.equals("java/util/Date")
                && name.equals("<init>")
                && member.type().stringValue().equals("()V");
        return now || system || clock || date;
    }

    private static Set<String> roomsNamedIn(ClassModel model) {
        Set<String> named = new TreeSet<>();
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof Utf8Entry text) {
                Matcher matcher = NAMED.matcher(text.stringValue());
                while (matcher.find()) {
                    named.add(matcher.group(1));
                }
            }
        }
        return named;
    }

    private static List<Path> classFiles() {
        try (Stream<Path> files = Files.walk(classes())) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.getFileName().toString().equals("package-info.class"))
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String roomOf(Path file) {
        return classes().relativize(file).getName(0).toString();
    }

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
