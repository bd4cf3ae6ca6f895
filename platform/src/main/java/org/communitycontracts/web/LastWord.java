package org.communitycontracts.web;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** The few lines for a request so broken that the server refuses it before the house is asked; they name no software. */
public final class LastWord extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Headers.tell(response::setHeader);
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        write(response, status < 500 ? "refused" : "fault");
    }

    private static void write(Response response, String key) {
        Words words = Words.beside(LastWord.class);
        try {
            @Nullable Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(page(words.of(key + ".title"), words.of(key + ".text"), words.of("not-found.next")));
                response.finishResponse();
            }
        } catch (IOException _) {
            // The reader has gone; there is nobody left to tell.
        }
    }

    /** Plain, since the house was never asked for its frame; but with the way home. */
    private static String page(String title, String text, String home) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <title>%s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                </head>
                <body>
                <main>
                <h1>%s</h1>
                <p>%s</p>
                <p><a href="/">%s</a></p>
                </main>
                </body>
                </html>
                """.formatted(title, title, text, home);
    }
}
