package org.communitycontracts.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.communitycontracts.engine.judging.Judge;
import org.junit.jupiter.api.Test;

/** The engine's packages are floors: each knows only those before it in this list. */
class EngineFloorsTest {
    private static final List<String> FLOORS =
            List.of("clock", "contract", "judging", "redress", "columns", "backcast");
    private static final String ENGINE = "org/communitycontracts/engine/";

    @Test
    void everyArrowPointsDown() throws Exception {
        Set<String> arrows = arrows();
        assertThat(arrows).contains("judging -> clock", "contract -> clock");
        assertThat(arrows).allSatisfy(arrow -> {
            String[] ends = arrow.split(" -> ", -1);
            assertThat(FLOORS).contains(ends);
            assertThat(FLOORS.indexOf(ends[1])).as(arrow).isLessThan(FLOORS.indexOf(ends[0]));
        });
    }

    private static Set<String> arrows() throws Exception {
        Path compiled = Path.of(
                Judge.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Set<String> arrows = new TreeSet<>();
        try (Stream<Path> files = Files.walk(compiled)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String from = compiled.relativize(file).toString().replace('\\', '/');
                if (from.startsWith(ENGINE)) {
                    named(file)
                            .filter(to -> to.startsWith(ENGINE))
                            .map(to -> floor(from) + " -> " + floor(to))
                            .filter(arrow -> !arrow.startsWith(floor(from) + " -> " + floor(from)))
                            .forEach(arrows::add);
                }
            }
        }
        return arrows;
    }

    private static Stream<String> named(Path file) throws IOException {
        return StreamSupport.stream(ClassFile.of().parse(file).constantPool().spliterator(), false)
                .filter(ClassEntry.class::isInstance)
                .map(entry -> ((ClassEntry) entry).asInternalName().replaceFirst("^\\[+L?", ""));
    }

    private static String floor(String type) {
        return type.substring(ENGINE.length()).replaceFirst("/.*", "");
    }
}
