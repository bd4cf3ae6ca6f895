package org.communitycontracts.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.communitycontracts.engine.judging.Judge;
import org.junit.jupiter.api.Test;

/** No class of the engine asks the machine for the time, its zone, its language or chance (S22). */
class NoMachineClockTest {
    private static final Set<String> FORBIDDEN = Set.of(
            "java/lang/System.currentTimeMillis",
            "java/lang/System.nanoTime",
            "java/time/Clock.systemUTC",
            "java/time/Clock.systemDefaultZone",
            "java/time/Clock.system",
            "java/time/ZoneId.systemDefault",
            "java/util/TimeZone.getDefault",
            "java/util/Locale.getDefault",
            "java/util/Date.<init>",
            "java/util/Random.<init>",
            "java/lang/Math.random",
            "java/util/UUID.randomUUID");

    @Test
    void noClassOfTheEngineReadsTheMachinesClock() throws Exception {
        List<String> calls = calls(compiled(Judge.class));
        assertThat(calls).as("what the engine calls").hasSizeGreaterThan(200).contains("java/time/LocalDate.ofInstant");
        assertThat(calls).noneMatch(NoMachineClockTest::readsTheMachine);
    }

    @Test
    void aCallOfTheClockWouldBeSeen() throws Exception {
        assertThat(calls(compiled(NoMachineClockTest.class))).anyMatch(NoMachineClockTest::readsTheMachine);
    }

    /** Here so that the test above has something to find. */
    static long machineTime() {
        return System.nanoTime();
    }

    private static boolean readsTheMachine(String call) {
        return FORBIDDEN.contains(call) || (call.startsWith("java/time/") && call.endsWith(".now"));
    }

    private static Path compiled(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static List<String> calls(Path folder) throws IOException {
        List<String> calls = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".class")).forEach(file -> calls.addAll(calls(parse(file))));
        }
        return calls;
    }

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> calls(ClassModel type) {
        return StreamSupport.stream(type.constantPool().spliterator(), false)
                .filter(MemberRefEntry.class::isInstance)
                .map(MemberRefEntry.class::cast)
                .map(member ->
                        member.owner().asInternalName() + "." + member.name().stringValue())
                .toList();
    }
}
