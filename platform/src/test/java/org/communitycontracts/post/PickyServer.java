package org.communitycontracts.post;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A mail server that refuses one address, and stops in the middle of a letter when it is told to. */
final class PickyServer implements AutoCloseable {
    private final ServerSocket door;
    private final String refused;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final CountDownLatch inTheMiddle = new CountDownLatch(1);
    private volatile boolean stopsInTheMiddle;

    PickyServer(String refused) throws IOException {
        this.refused = refused;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::receive);
    }

    MailServer named() {
        return MailServer.parse("smtp://127.0.0.1:" + door.getLocalPort(), "letters@example.org");
    }

    /** The recipients of the letters it took, in order. */
    List<String> taken() {
        return taken;
    }

    void stopInTheMiddle(boolean stops) {
        stopsInTheMiddle = stops;
    }

    void awaitTheMiddle() throws InterruptedException {
        inTheMiddle.await();
    }

    private void receive() {
        try {
            while (true) {
                Socket caller = door.accept();
                Thread.ofVirtual().start(() -> talk(caller));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void talk(Socket caller) {
        try (caller;
                var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
                Writer out = new OutputStreamWriter(caller.getOutputStream(), StandardCharsets.UTF_8)) {
            say(out, "220 ready");
            String to = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT TO:")) {
                    to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    say(out, to.equals(refused) ? "550 no " + to : "250 ok");
                } else if (line.equals("DATA")) {
                    say(out, "354 go on");
                    take(in, to);
                    say(out, "250 taken");
                } else if (line.equals("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 ok");
                }
            }
        } catch (IOException _) {
            // the caller is gone
        }
    }

    private void take(BufferedReader in, String to) throws IOException {
        boolean stops = stopsInTheMiddle;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (stops) {
                inTheMiddle.countDown();
                in.transferTo(Writer.nullWriter());
                throw new IOException("the caller is gone");
            }
            if (line.equals(".")) {
                taken.add(to);
                return;
            }
        }
        throw new IOException("the caller broke off");
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
