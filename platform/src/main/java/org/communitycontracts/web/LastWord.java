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
        String title = words.of(key + ".title");
        try {
            @Nullable Writer writer = response.getReporter();
            if (writer != null) {
                writer.write("<!DOCTYPE html><html lang=\"en\"><title>%s</title><h1>%s</h1><p>%s"
                        .formatted(title, title, words.of(key + ".text")));
                response.finishResponse();
            }
        } catch (IOException _) {
            // The reader has gone; there is nobody left to tell.
        }
    }
}
