package org.communitycontracts.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The whole program in a process of its own, as a person starts it. */
final class RunningProgram implements AutoCloseable {
    private static final HttpClient WEB = HttpClient.newHttpClient();

    private final Process process;
    private final int port;
    private final List<String> said;

    private RunningProgram(Process process, int port, List<String> said) {
        this.process = process;
        this.port = port;
        this.said = said;
    }

    /** Starts the web site on a free port and returns when it has printed its address. */
    static RunningProgram serve(Path data, String... more) throws Exception {
        int port = freePort();
        List<String> arguments =
                new ArrayList<>(List.of("serve", "--port", Integer.toString(port), "--data", data.toString()));
        arguments.addAll(List.of(more));
        Process process = start(Map.of(), arguments.toArray(String[]::new));
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> said = new ArrayList<>();
        CompletableFuture.runAsync(() -> readUntilTheAddress(out, said)).get(120, TimeUnit.SECONDS);
        return new RunningProgram(process, port, said);
    }

    /** Runs a command to its end and gives back what it printed, with the exit status on the last line. */
    static String ended(Map<String, String> environment, String... arguments) throws Exception {
        Process process = start(environment, arguments);
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return printed + "exit " + process.waitFor();
    }

    private static Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dlogging.level.root=warn",
                CommunityContracts.class.getName()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().remove("DATABASE_URL");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void readUntilTheAddress(BufferedReader out, List<String> said) {
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (line.contains("http://localhost:")) {
                    return;
                }
            }
            throw new IllegalStateException("The program ended before it printed its address: " + said);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    List<String> said() {
        return said;
    }

    HttpResponse<String> get(String path) throws Exception {
        URI address = URI.create("http://localhost:" + port + path);
        return WEB.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** As a power cut would: no chance to tidy up. */
    void killHard() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Ctrl+C. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
