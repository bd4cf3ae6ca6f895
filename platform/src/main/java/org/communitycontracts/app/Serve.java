package org.communitycontracts.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.communitycontracts.people.office.FirstStart;
import org.communitycontracts.store.CannotStart;
import org.communitycontracts.store.Database;
import org.communitycontracts.web.OwnAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the web site and prints its address. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Starts the web site (this is what ./run alone does).")
final class Serve implements Callable<Integer> {
    @Option(
            names = "--port",
            defaultValue = "8080",
            paramLabel = "N",
            description = "The port to answer on (default 8080).")
    private int port;

    @Option(names = "--no-sample", description = "Start without loading the sample neighbourhoods.")
    private boolean withoutSample;

    @Mixin
    private DataFolder data = new DataFolder();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        checkThatThePortIsFree();
        Database database = data.open(out);
        CountDownLatch stopped = new CountDownLatch(1);
        out.println("Starting the site");
        ConfigurableApplicationContext house = open(database);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            house.close();
            database.close();
            stopped.countDown();
        }));
        data.note(house.getBean(OwnAddress.class).of(""));
        out.println("Community Contracts is at http://localhost:" + port + "   (stop it with Ctrl+C; the data stays)");
        house.getBean(FirstStart.class)
                .setUpLink()
                .ifPresent(link -> out.println("Nobody runs this site yet. Take it over within 14 days at " + link));
        stopped.await();
        return CommunityContracts.DONE;
    }

    /** A house that cannot open leaves no database running behind it. */
    private ConfigurableApplicationContext open(Database database) {
        try {
            return House.open(
                    database,
                    Map.of(
                            "server.port",
                            port,
                            "sample",
                            !withoutSample,
                            "data-folder",
                            data.folder().toString()));
        } catch (RuntimeException fault) {
            database.close();
            throw fault;
        }
    }

    private void checkThatThePortIsFree() {
        if (port < 1 || port > 65535) {
            throw new CannotStart("A port is a number from 1 to 65535, not " + port + ". Try --port 8080.");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException fault) {
            throw new CannotStart(
                    "Port " + port + " is in use or not allowed. Stop the program that uses it, or choose"
                            + " another port, for example: ./run --port " + (port < 65535 ? port + 1 : 8080),
                    fault);
        }
    }
}
